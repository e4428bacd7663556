package dev.wsdoc.cli.chaos;

import dev.wsdoc.chaos.Chaos;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.Capacity;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.DefectOption;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.command.ReportOptions;
import dev.wsdoc.cli.command.Version;
import dev.wsdoc.cli.connection.ConnectionOptions;
import dev.wsdoc.cli.connection.ServerAddresses;
import dev.wsdoc.cli.terminal.ProgressLine;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Report;
import dev.wsdoc.report.ReportSinks;
import dev.wsdoc.server.Defect;
import dev.wsdoc.verdict.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc chaos}: clients die, and the server is examined. */
@Command(
        name = "chaos",
        header = "Let clients die in the ways real clients die, then examine the server.",
        description = {
            "Opens bystanders and victims, inflicts the faults, makes the server send into the dead, waits until it"
                    + " notices, cleans up, and judges: its log, its counts, its handling of the dead, the living.",
            "Without a URL the reference server is started in this process and examined."
        },
        footer = {
            "  wsdoc chaos --abrupt 100",
            "  wsdoc chaos --abrupt 100 --defect before",
            "  wsdoc chaos ws://localhost:8000/ws --exec 'uvicorn app:app --port 8000'",
            "  wsdoc chaos ws://localhost:8000/ws --log app.log --drop 50 --half-close 50",
            "  wsdoc chaos ws://localhost:8000/ws --abrupt 100 --report junit=chaos.xml --strict"
        })
public final class ChaosCommand implements Callable<Integer> {
    private static final int SHOWN_BY = 10;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "The server to examine, such as ws://localhost:8000/ws (default: a reference server here).")
    private @Nullable String url;

    @Mixin
    private final FaultOptions faults = new FaultOptions();

    @Mixin
    private final ExperimentOptions experiment = new ExperimentOptions();

    @Mixin
    private final EvidenceOptions evidence = new EvidenceOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final SpeechOptions speech = new SpeechOptions();

    @Option(names = "--expect-echo", description = "The server sends every message back; a lost one is a finding.")
    private boolean expectEcho;

    @Mixin
    private final DefectOption defect = new DefectOption();

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        if (defect.asksForList()) {
            DefectOption.list(wsdoc.console().style()).forEach(wsdoc.console().out()::println);
            return ExitCode.HEALTHY.number();
        }
        Warmup.begin();
        Defect disease = defect.defect();
        Target target = url == null ? null : target(url);
        refuseContradictions(disease);
        Map<Fault, Integer> victims = withSymptoms(faults.victims(), disease);
        ReportSinks sinks = reports.open(wsdoc.console());
        try (Interruption interruption = Interruption.watch()) {
            Report report = target == null
                    ? examineHere(victims, disease, interruption)
                    : examineThere(target, victims, interruption);
            sinks.write(report, wsdoc.console().style());
            return exitCode(report, interruption).number();
        } catch (CannotRunException e) {
            throw CommandFailure.couldNotRun(String.valueOf(e.getMessage()), e);
        }
    }

    private static Target target(String url) {
        return CommandFailure.checkingUsage(() -> Target.parse(url));
    }

    private void refuseContradictions(Defect disease) {
        if (url != null && disease != Defect.NONE) {
            throw CommandFailure.wrongUsage("--defect makes the embedded server sick, but " + url
                    + " is to be examined; start that one with 'wsdoc serve --defect " + disease.label() + "'");
        }
        if (url == null) {
            evidence.refuseWithoutUrl();
            connection.refuseWithoutUrl();
        }
    }

    /** A disease that none of the faults asked for would show gets some victims that do. */
    private Map<Fault, Integer> withSymptoms(Map<Fault, Integer> victims, Defect disease) {
        boolean isShown = disease.isHealthy()
                || victims.keySet().stream().anyMatch(fault -> disease.shownBy().contains(fault.name()));
        if (isShown) {
            return victims;
        }
        List<String> symptoms = disease.shownBy().stream().sorted().toList();
        String symptom = symptoms.get(symptoms.size() - 1); // half-close rather than drop: it sees more
        wsdoc.console()
                .err()
                .println("wsdoc: " + disease.label() + " shows only on " + String.join(" or ", symptoms)
                        + " victims; adding --fault " + symptom + "=" + SHOWN_BY);
        Map<Fault, Integer> more = new LinkedHashMap<>(victims);
        more.put(Fault.named(symptom), SHOWN_BY);
        return more;
    }

    /** @param address where the target is to be found */
    private ChaosPlan plan(
            Target target, InetSocketAddress address, Map<Fault, Integer> victims, EvidencePlan witnesses) {
        ChaosPlan.Echo echo = expectEcho ? ChaosPlan.Echo.EXPECTED : ChaosPlan.Echo.UNKNOWN;
        return CommandFailure.checkingUsage(() -> new ChaosPlan(
                target,
                victims,
                experiment.bystanders(),
                echo,
                experiment.limits(),
                experiment.strictness(),
                experiment.seed(),
                witnesses,
                experiment.asks(),
                speech.of(connection.profile(target, address, wsdoc.console()))));
    }

    private ChaosPlan planHere(Target target, Map<Fault, Integer> victims, EvidencePlan witnesses) {
        return plan(target, ServerAddresses.of(target).best(), victims, witnesses);
    }

    private Report examineHere(Map<Fault, Integer> victims, Defect disease, Interruption interruption)
            throws IOException, CannotRunException {
        ChaosPlan draft = planHere(Target.parse("ws://127.0.0.1:1"), victims, EvidencePlan.ofLogs(List.of()));
        Capacity.ofThisProcess().require(draft.target(), draft.sockets(), 2);
        try (EmbeddedServer server = EmbeddedServer.admit(disease)) {
            Report report = examine(
                    planHere(server.target(), victims, EvidencePlan.ofServerHere(server.log())), 2, interruption);
            if (report.verdict() != Verdict.HEALTHY) {
                report = report.withNote("the server's log is kept in " + server.keepLog());
            }
            return report.withNote("the target is the reference server in this process, " + inWords(disease));
        }
    }

    private static String inWords(Defect disease) {
        if (disease == Defect.NONE) {
            return "healthy";
        }
        return disease.isHealthy() ? disease.explanation() : "made sick: " + disease.explanation();
    }

    private Report examineThere(Target target, Map<Fault, Integer> victims, Interruption interruption)
            throws IOException, CannotRunException {
        ServerAddresses addresses = connection.addressesOf(target);
        EvidencePlan none = EvidencePlan.ofLogs(List.of());
        ChaosPlan draft = plan(target, addresses.all().get(0), victims, none);
        Capacity.ofThisProcess()
                .require(target, draft.sockets(), 1); // what is wrong is said before a server is started
        String command = evidence.command();
        if (command == null) {
            InetSocketAddress address = addresses.best();
            EvidencePlan witnesses = evidence.plan(connection.tls(), address, wsdoc.console());
            return examine(plan(target, address, victims, witnesses), 1, interruption);
        }
        LaunchedServer.refuseServed(target, addresses);
        try (LaunchedServer server = LaunchedServer.start(command, interruption)) {
            InetSocketAddress address = server.awaitReady(target, addresses, evidence.readyWithin());
            EvidencePlan witnesses = evidence.plan(server, connection.tls(), wsdoc.console());
            return examineLaunched(server, plan(target, address, victims, witnesses), interruption);
        }
    }

    private Report examineLaunched(LaunchedServer server, ChaosPlan plan, Interruption interruption)
            throws IOException, CannotRunException {
        try {
            Report report = examine(plan, 1, interruption);
            return report.verdict() == Verdict.HEALTHY
                    ? report
                    : report.withNote("the server's output is kept in " + server.keepOutput());
        } catch (CannotRunException e) {
            throw CommandFailure.couldNotRun(
                    e.getMessage() + "; the server's output is kept in " + server.keepOutput(), e);
        }
    }

    private Report examine(ChaosPlan plan, int descriptorsPerSocket, Interruption interruption)
            throws IOException, CannotRunException {
        Capacity.ofThisProcess().require(plan.target(), plan.sockets(), descriptorsPerSocket);
        try (ProgressLine progress = new ProgressLine(wsdoc.console(), "wsdoc: ")) {
            Report report = new Chaos(plan, new RealClock(interruption), progress).run(Version.number());
            Throwable failure = wsdoc.failures().first();
            return failure == null ? report : report.incomplete("wsdoc itself failed: " + failure);
        }
    }

    private static ExitCode exitCode(Report report, Interruption interruption) {
        if (interruption.isAsked()) {
            return ExitCode.INTERRUPTED;
        }
        return report.verdict() == Verdict.HEALTHY ? ExitCode.HEALTHY : ExitCode.NOT_HEALTHY;
    }
}

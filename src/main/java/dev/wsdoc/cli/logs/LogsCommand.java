package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.convert.SinceOption;
import dev.wsdoc.cli.terminal.ProgressLine;
import dev.wsdoc.logaudit.rule.Rules;
import dev.wsdoc.logaudit.rule.RulesException;
import dev.wsdoc.report.Amount;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc logs}: what a server's log says of clients that vanish. Memory does not depend on the length of the log. */
@Command(
        name = "logs",
        header = "Audit a server's log: what is noise in it, and what needs a human.",
        description = {
            "The format is detected; an entry of several lines, such as a stack trace, is one incident. Noise is an"
                    + " expected disconnect above DEBUG. Compressed logs (gzip) are unpacked."
        },
        footer = {
            "  wsdoc logs app.log",
            "  docker logs app 2>&1 | wsdoc logs --since 2h --fail-on unexpected",
            "  wsdoc logs --compare before.log after.log",
            "  wsdoc logs app.log --explain --json | jq 'select(.category == \"RESET\")'"
        })
public final class LogsCommand implements Callable<Integer> {
    private static final int MOST_SENTENCES = 1_000;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Logs; '-' or none is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Only entries from then on: 10m (ago), 2h, 2026-11-23, 2026-11-23T10:00 (local time, or with a zone)."
                            + " An entry without a time has that of the one before.")
    private @Nullable String since;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            description = "unexpected (what needs a human), noise, or both with a comma: exit with 3 if there is any.")
    private Set<FailOn> failOn = EnumSet.noneOf(FailOn.class);

    @Option(names = "--explain", description = "Show each entry, what it was found to be, by which rule and why.")
    private boolean explain;

    @Option(
            names = "--compare",
            description = "Compare two logs, BEFORE and AFTER: incidents, and by how much they were reduced.")
    private boolean compare;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "A YAML file with more rules, tried first; a known id takes that rule's place.")
    private @Nullable String rules;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "Show the N noisiest sentences, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--json",
            description = "Print the audit as JSON; with --explain one object for each entry, on a line of its own.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        checkUsage();
        Rules judging = rules();
        Instant now = Instant.now();
        Instant from = since == null ? null : SinceOption.parse(since, ZoneId.systemDefault(), now);
        List<LogInput> inputs = LogInput.of(files);
        try (Interruption interruption = Interruption.watch();
                ProgressLine progress = new ProgressLine(wsdoc.console(), "wsdoc: ")) {
            LogsReader reader = new LogsReader(wsdoc.console(), judging, from, now, interruption, progress);
            LogsAudit last = compare
                    ? comparison(reader, inputs, interruption)
                    : explain ? reader.read(inputs, explanation()) : audit(reader, inputs, interruption);
            return end(last, interruption);
        }
    }

    private void checkUsage() {
        if (top < 1 || top > MOST_SENTENCES) {
            throw CommandFailure.wrongUsage("--top " + top + " is not between 1 and " + MOST_SENTENCES);
        }
        if (compare && explain) {
            throw CommandFailure.wrongUsage("--compare and --explain exclude each other");
        }
        if (compare && files.size() != 2) {
            throw CommandFailure.wrongUsage("--compare needs two logs, BEFORE and AFTER, but was given "
                    + (files.isEmpty() ? "none" : String.valueOf(files.size())));
        }
    }

    private Rules rules() {
        if (rules == null) {
            return Rules.builtIn();
        }
        try {
            return Rules.builtIn().with(Path.of(rules));
        } catch (RulesException e) {
            throw CommandFailure.wrongUsage("--rules " + e.getMessage());
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage("--rules '" + rules + "' is not a file name: " + e.getReason());
        }
    }

    private LogsExplanation explanation() {
        LogsExplanation.Form form = json ? LogsExplanation.Form.JSON : LogsExplanation.Form.TEXT;
        return new LogsExplanation(wsdoc.console().out(), form, wsdoc.console().palette());
    }

    private LogsAudit audit(LogsReader reader, List<LogInput> inputs, Interruption interruption) throws IOException {
        LogsAudit audit = reader.read(inputs, null);
        print(
                json
                        ? LogsJson.of(audit, top, interruption)
                        : text(new LogsText(wsdoc.console().style(), top).lines(audit)));
        return audit;
    }

    private LogsAudit comparison(LogsReader reader, List<LogInput> inputs, Interruption interruption)
            throws IOException {
        LogsAudit before = reader.read(inputs.subList(0, 1), null);
        LogsAudit after = reader.read(inputs.subList(1, 2), null);
        print(
                json
                        ? LogsJson.of(before, after, top, interruption)
                        : text(LogsComparisonText.lines(
                                before, after, wsdoc.console().style())));
        return after;
    }

    private void print(String text) {
        wsdoc.console().out().print(text);
    }

    private static String text(List<String> lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private int end(LogsAudit audit, Interruption interruption) {
        if (interruption.isAsked()) {
            wsdoc.console()
                    .err()
                    .println("wsdoc: interrupted after "
                            + Amount.of(audit.summary().lines(), "line") + ", so this is not the whole log");
            return ExitCode.INTERRUPTED.number();
        }
        boolean failed = false;
        for (FailOn reason : FailOn.values()) {
            if (failOn.contains(reason) && reason.count(audit.summary()) > 0) {
                wsdoc.console().err().println("wsdoc: " + reason.complaint(audit.summary()));
                failed = true;
            }
        }
        return (failed ? ExitCode.NOT_HEALTHY : ExitCode.HEALTHY).number();
    }
}

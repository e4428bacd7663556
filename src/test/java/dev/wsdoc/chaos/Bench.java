package dev.wsdoc.chaos;

import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.LogFollower;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Progress;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Report;
import dev.wsdoc.server.Defect;
import dev.wsdoc.server.LogFormat;
import dev.wsdoc.server.LogTarget;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.ServerLog;
import dev.wsdoc.server.setting.Timing;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.event.Level;

/** A patient on the bench: a real reference server with its log in a file, and the experiment made on it. */
public final class Bench {
    private final Path folder;
    private ServerConfig config = ServerConfig.defaults()
            .withPort(0)
            .withTiming(Timing.defaults()
                    .withPings(
                            Duration.ofMillis(300),
                            Duration.ofMillis(1_500)) // a busy machine is not to be taken for a dead peer
                    .withHandshake(Duration.ofMillis(600)));
    private final Map<Fault, Integer> victims = new LinkedHashMap<>();
    private Strictness strictness = Strictness.NORMAL;
    private Limits limits = new Limits(Duration.ofSeconds(2), null, Duration.ofSeconds(60), Duration.ofMillis(300));
    private int bystanders = 5;
    private ClientProfile profile = ClientProfile.PLAIN;
    private boolean deaf;
    private Level level = Level.DEBUG;

    Bench(Path folder) {
        this.folder = folder;
    }

    /** Some victims of every fault of the main experiment. */
    static Bench everyFault(Path folder) {
        return new Bench(folder)
                .inflicting("abrupt", 20)
                .inflicting("drop", 20)
                .inflicting("half-close", 20)
                .inflicting("freeze", 5)
                .inflicting("polite", 5);
    }

    Bench with(Defect defect) {
        config = config.withDefect(defect);
        return this;
    }

    /** With that disease, and some victims of each fault that shows it. */
    Bench showing(Defect defect) {
        defect.shownBy().stream().sorted().map(Fault::named).forEach(fault -> victims.putIfAbsent(fault, 5));
        return with(defect);
    }

    Bench with(ServerConfig other) {
        config = other.withPort(0);
        return this;
    }

    Bench inflicting(String fault, int count) {
        return inflicting(Fault.named(fault), count);
    }

    Bench inflicting(Fault fault, int count) {
        victims.put(fault, count);
        return this;
    }

    Bench bystanders(int count) {
        bystanders = count;
        return this;
    }

    Bench logging(Level other) {
        level = other;
        return this;
    }

    /** Without the server's log. */
    Bench deaf() {
        deaf = true;
        return this;
    }

    Bench strict() {
        strictness = Strictness.STRICT;
        return this;
    }

    Bench as(ClientProfile other) {
        profile = other;
        return this;
    }

    Bench within(Limits other) {
        limits = other;
        return this;
    }

    /** As long as users watch the log who say nothing of it. */
    Bench watchingAsUsual() {
        limits = new Limits(limits.detectWithin(), limits.pingWait(), limits.whole());
        return this;
    }

    ServerConfig config() {
        return config;
    }

    Report examine() throws Exception {
        Path log = Files.createTempFile(folder, "server", ".log");
        try (ServerLog serverLog = ServerLog.open(new LogTarget.File(log), level, LogFormat.TEXT);
                ReferenceServer server = ReferenceServer.start(config, serverLog.logger())) {
            return examine(Target.parse("ws://127.0.0.1:" + server.port()), deaf ? null : log);
        }
    }

    /** The server in a process of its own, which is watched too. */
    Report examineElsewhere() throws Exception {
        Path log = Files.createTempFile(folder, "server", ".log");
        try (ServerElsewhere server = ServerElsewhere.start(config, log)) {
            EvidencePlan evidence =
                    EvidencePlan.ofLogs(List.of(() -> LogFollower.fromEnd(log))).withProcess(server.process());
            return examine(server.target(), evidence);
        }
    }

    Report examine(Target target, Path log) throws IOException, CannotRunException {
        return examine(target, evidence(log));
    }

    private Report examine(Target target, EvidencePlan evidence) throws IOException, CannotRunException {
        ChaosPlan plan = new ChaosPlan(
                target, victims, bystanders, ChaosPlan.Echo.UNKNOWN, limits, strictness, 42, evidence, true, profile);
        return new Chaos(plan, realTime(), Progress.NONE).run("test");
    }

    private static EvidencePlan evidence(Path log) {
        return log == null ? EvidencePlan.ofLogs(List.of()) : EvidencePlan.ofServerHere(log);
    }

    public static Finding finding(Report report, String check) {
        return report.findings().stream()
                .filter(finding -> finding.check().name().equals(check))
                .findFirst()
                .orElseThrow();
    }

    public static ExperimentClock realTime() {
        return new RealTime();
    }

    /** Real time. */
    private static final class RealTime implements ExperimentClock {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant wall() {
            return Instant.now();
        }

        @Override
        public void breathe() {
            LockSupport.parkNanos(2_000_000);
        }

        @Override
        public boolean isInterrupted() {
            return false;
        }
    }
}

package dev.wsdoc.cli.chaos;

import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.verdict.Strictness;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the experiment is made: numbers, limits, chance. */
final class ExperimentOptions {
    @Option(
            names = "--bystanders",
            paramLabel = "N",
            defaultValue = "10",
            description = "Healthy connections that must notice nothing (default: ${DEFAULT-VALUE}).")
    private int bystanders;

    @Option(
            names = "--detect-within",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "How long the server may take to notice a death (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private Duration detectWithin;

    @Option(
            names = "--ping-wait",
            paramLabel = "TIME",
            description = "How long it may take to notice a frozen one (default: the server's ping interval and pong"
                    + " timeout and --detect-within; 45s where these are not known).")
    private @Nullable Duration pingWait;

    @Option(
            names = "--watch-after",
            paramLabel = "TIME",
            description = "How long to watch the log when all is over: some servers complain 10 s or more after a death"
                    + " (default: 3s, or up to 30s for a server whose complaints or pings came that late).")
    private @Nullable Duration watchAfter;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long the whole experiment may take (default: 5m, or longer if its faults may need it).")
    private @Nullable Duration timeout;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeat a run's order of victims, masks and keys (default: a new one, printed).")
    private @Nullable Long seed;

    @Option(names = "--strict", description = "Warnings and checks that could not be made fail too.")
    private boolean strict;

    @Option(
            names = "--no-anamnesis",
            description = "Do not speak to the server before the chaos to find out whether it echoes and broadcasts.")
    private boolean withoutAnamnesis;

    /** Whether to get to know the server first. */
    boolean asks() {
        return !withoutAnamnesis;
    }

    int bystanders() {
        return bystanders;
    }

    ChaosPlan.Limits limits() {
        return new ChaosPlan.Limits(detectWithin, pingWait, timeout, watchAfter);
    }

    long seed() {
        return seed == null ? new SplittableRandom().nextInt(1, Integer.MAX_VALUE) : seed;
    }

    Strictness strictness() {
        return strict ? Strictness.STRICT : Strictness.NORMAL;
    }
}

package dev.wsdoc.cli.check;

import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.checkup.plan.Depth;
import dev.wsdoc.checkup.plan.Hold;
import dev.wsdoc.checkup.plan.HoldKind;
import dev.wsdoc.checkup.plan.Series;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.verdict.Strictness;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much is looked at, and for how long. */
final class DepthOptions {
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);
    private static final Duration PULSE = Duration.ofSeconds(2);

    @Option(names = "--connect-only", description = "Open the connection and close it at once: for monitoring.")
    private boolean connectOnly;

    @Option(names = "--no-echo", description = "Say no text; only ping and close.")
    private boolean noEcho;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "1",
            description = "Connect N times, one after the other, and show percentiles (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "With -n, from one connection to the next (default: 500ms).")
    private @Nullable Duration every;

    @Option(
            names = "--who-cut-me",
            description =
                    "Hold connections that are silent, that only answer pings, only ping, only say text, until they"
                            + " are cut; say by whom, after how long, and what would keep them. With --resolve, past the proxy too.")
    private boolean whoCutMe;

    @Option(names = "--up-to", paramLabel = "TIME", description = "With --who-cut-me, how long at most (default: 15m).")
    private @Nullable Duration upTo;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "How long to wait for each step (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(5);

    @Option(
            names = "--cert-days",
            paramLabel = "DAYS",
            defaultValue = "21",
            description = "Warn of a certificate that ends within so many days (default: ${DEFAULT-VALUE}).")
    private int certificateDays;

    @Option(names = "--strict", description = "Warnings, and checks that could not be made, make the server unhealthy.")
    private boolean strict;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of random choices such as masks; shown in every report (default: a new one).")
    private @Nullable Long seed;

    /** Options that say nothing without others. */
    void refuseContradictions() {
        if (every != null && count == 1) {
            throw CommandFailure.wrongUsage("--every says how often, but there is only one connection; give -n too");
        }
        if (upTo != null && !whoCutMe) {
            throw CommandFailure.wrongUsage("--up-to says how long connections are held; give --who-cut-me too");
        }
        if (connectOnly && noEcho) {
            throw CommandFailure.wrongUsage("--connect-only says no text anyway; leave --no-echo out");
        }
        Series asked = CommandFailure.checkingUsage(this::series); // before a name is looked up
        if (asked.count() > 1 && whoCutMe) {
            throw CommandFailure.wrongUsage("-n and --who-cut-me both take their time; give one of them");
        }
    }

    private Series series() {
        return new Series(count, every == null ? Duration.ofMillis(500) : every);
    }

    boolean asksWhoCuts() {
        return whoCutMe;
    }

    private @Nullable Hold hold(@Nullable InetAddress origin) {
        if (!whoCutMe) {
            return null;
        }
        List<HoldKind> kinds =
                noEcho ? List.of(HoldKind.SILENT, HoldKind.ANSWERS, HoldKind.PINGS) : List.of(HoldKind.values());
        return new Hold(kinds, upTo == null ? LONGEST_HOLD : upTo, PULSE, origin);
    }

    /**
     * What is to be done.
     *
     * @param origin where the server is without what stands in between; null when nobody said
     * @throws IllegalArgumentException with one line that names option, value and limit
     */
    CheckupPlan plan(
            Target target,
            List<InetAddress> addresses,
            @Nullable Double lookupMs,
            ClientProfile profile,
            @Nullable InetAddress origin) {
        return new CheckupPlan(
                target,
                addresses,
                lookupMs,
                profile,
                connectOnly ? Depth.CONNECT : noEcho ? Depth.PING : Depth.ECHO,
                timeout,
                series(),
                hold(origin),
                certificateDays,
                strict ? Strictness.STRICT : Strictness.NORMAL,
                seed == null ? System.nanoTime() : seed);
    }
}

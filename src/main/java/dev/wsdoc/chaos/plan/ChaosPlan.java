package dev.wsdoc.chaos.plan;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.verdict.Strictness;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the experiment is to do.
 *
 * @param victims how many sockets each fault is inflicted on, at least 1 each
 * @param bystanders healthy sockets that must notice nothing, 0 or more
 * @param echo whether the server is known to send every message back
 * @param evidence where the server can be heard of, besides the sockets
 * @param asks whether it speaks to the server before the chaos, to get to know it
 * @param profile how clients come to the server and what they say there
 */
public record ChaosPlan(
        Target target,
        Map<Fault, Integer> victims,
        int bystanders,
        Echo echo,
        Limits limits,
        Strictness strictness,
        long seed,
        EvidencePlan evidence,
        boolean asks,
        ClientProfile profile) {

    private static final int MOST_SOCKETS = 10_000_000;

    /** What the server does with a message. */
    public enum Echo {
        /** Nothing is known; bystanders send pings only. */
        UNKNOWN,
        /** Every message comes back to its sender. */
        EXPECTED
    }

    /**
     * How long things may take.
     *
     * @param detectWithin from a fault that the socket shows to the server's notice
     * @param pingWait from a freeze to the server's notice; null takes it from the server's own settings
     * @param whole the whole experiment; null for 5 minutes, or as long as its rounds may need
     * @param watchAfter how long the log is watched when all is over, 0 or more; null for 3 s, or for as long as the server was late
     */
    public record Limits(
            Duration detectWithin,
            @Nullable Duration pingWait,
            @Nullable Duration whole,
            @Nullable Duration watchAfter) {
        private static final Duration WATCHED_AFTER = Duration.ofSeconds(30); // at the most, if it is not given
        private static final Duration USUAL = Duration.ofMinutes(5);
        private static final Duration BESIDES_ROUNDS = Duration.ofMinutes(1);
        private static final Duration LONGEST =
                Duration.ofDays(36_500); // a count of nanoseconds holds three times as much

        public Limits {
            requirePositive("--detect-within", detectWithin);
            if (whole != null) {
                requirePositive("--timeout", whole);
            }
            if (pingWait != null) {
                requirePositive("--ping-wait", pingWait);
            }
            if (watchAfter != null && watchAfter.isNegative()) {
                throw new IllegalArgumentException(
                        "--watch-after is " + watchAfter.toMillis() + " ms, it must be 0 or longer");
            }
        }

        /** The log is watched for as long as it is worth. */
        public Limits(Duration detectWithin, @Nullable Duration pingWait, @Nullable Duration whole) {
            this(detectWithin, pingWait, whole, null);
        }

        private Duration whole(Collection<Fault> faults, @Nullable Duration knownPingWait) {
            if (whole != null) {
                return whole;
            }
            Duration needed = RoundTimes.most(faults, detectWithin, knownPingWait)
                    .plus(BESIDES_ROUNDS)
                    .plus(watchAfter == null ? WATCHED_AFTER : watchAfter);
            Duration enough = needed.compareTo(USUAL) > 0 ? needed : USUAL;
            return enough.compareTo(LONGEST) < 0 ? enough : LONGEST;
        }

        private static void requirePositive(String option, Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException(
                        option + " is " + value.toMillis() + " ms, it must be longer than 0");
            }
        }
    }

    public ChaosPlan {
        victims = Collections.unmodifiableMap(new LinkedHashMap<>(victims));
        if (victims.isEmpty()) {
            throw new IllegalArgumentException("no victims: give at least one fault, such as --abrupt 100");
        }
        victims.forEach((fault, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("--" + fault.name() + " is " + count + ", it must be at least 1");
            }
        });
        long sockets = (long) bystanders
                + victims.values().stream().mapToLong(Integer::intValue).sum();
        if (sockets > MOST_SOCKETS) {
            throw new IllegalArgumentException(
                    sockets + " victims and bystanders are asked for, at most " + MOST_SOCKETS + " are possible");
        }
        if (bystanders < 0) {
            throw new IllegalArgumentException("--bystanders is " + bystanders + ", it must be 0 or more");
        }
    }

    /** A plan whose clients just make the handshake. */
    public ChaosPlan(
            Target target,
            Map<Fault, Integer> victims,
            int bystanders,
            Echo echo,
            Limits limits,
            Strictness strictness,
            long seed,
            EvidencePlan evidence) {
        this(target, victims, bystanders, echo, limits, strictness, seed, evidence, true, ClientProfile.PLAIN);
    }

    public ChaosPlan withProfile(ClientProfile other) {
        return new ChaosPlan(target, victims, bystanders, echo, limits, strictness, seed, evidence, asks, other);
    }

    public ChaosPlan withoutAsking() {
        return new ChaosPlan(target, victims, bystanders, echo, limits, strictness, seed, evidence, false, profile);
    }

    /** Sockets that the experiment holds open at once: victims, bystanders, the provoker, a silent and a fresh one. */
    public int sockets() {
        return victimCount() + bystanders + 3;
    }

    /**
     * How long the whole experiment may take.
     *
     * @param pingWait how long frozen victims may wait to be noticed; null as long as it is not known
     */
    public Duration wholeLimit(@Nullable Duration pingWait) {
        return limits.whole(victims.keySet(), pingWait);
    }

    public int victimCount() {
        return victims.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.LogWatch;
import dev.wsdoc.chaos.observe.Observations.Steady;
import dev.wsdoc.chaos.observe.Observations.Trial;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.wire.handshake.Compression;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does the server work at all, and where do its counts stand, before anything is done to it? */
public final class SteadyPhase {
    private static final Duration PAST_ENDS_WITHIN = Duration.ofSeconds(10);
    private static final Duration PAST_IS_OVER_AFTER = Duration.ofMillis(300);
    private static final Duration COUNT_SETTLES_WITHIN = Duration.ofSeconds(1);

    private static final String WANTS_TLS = "; if it wants TLS, the URL begins with wss://";

    private SteadyPhase() {}

    /** Finds out; {@code missing} says why there is no status page, and is empty when there is one. */
    public static void run(ExperimentContext course, String missing) throws CannotRunException {
        course.progress.at("steady state", 0, 0);
        if (course.log != null) {
            skipThePast(course, course.log);
        }
        if (!missing.isEmpty()) {
            course.seen.notes.add("no status page: " + missing);
        }
        ServerStats first = course.server.stats();
        Trial trial = ConnectionProbe.attempt(course);
        if (trial.failure() != null) {
            throw new CannotRunException(unreachable(course.plan.target(), trial.failure()));
        }
        if (course.plan.profile().compression() != Compression.NONE && !trial.compresses()) {
            course.seen.notes.add("nothing was compressed: the server did not take the offer of permessage-deflate");
        }
        course.seen.steady = new Steady(trial, settled(course, first));
    }

    /** Lets go by what logs say that begin with what was said before the experiment. */
    private static void skipThePast(ExperimentContext course, LogWatch log) {
        if (!log.beginsWithThePast()) {
            return;
        }
        long[] lastLineAt = {course.pace.nanos()};
        course.until(PAST_ENDS_WITHIN, () -> {
            lastLineAt[0] = log.skipThePast() > 0 ? course.pace.nanos() : lastLineAt[0];
            return course.pace.nanos() - lastLineAt[0] >= PAST_IS_OVER_AFTER.toNanos();
        });
    }

    /** The counts once the fresh connection is gone from them. */
    private static @Nullable ServerStats settled(ExperimentContext course, @Nullable ServerStats first) {
        if (first == null) {
            return null;
        }
        ServerStats[] newest = {first};
        course.until(COUNT_SETTLES_WITHIN, () -> {
            ServerStats now = course.server.stats();
            newest[0] = now == null ? newest[0] : now;
            return now != null && now.opened() > first.opened() && now.totalConnections() <= first.totalConnections();
        });
        return newest[0];
    }

    private static String unreachable(Target target, OpenFailure failure) {
        UpgradeRefusal refusal = failure.refusal();
        if (refusal == null) {
            String cannot = "cannot connect to " + target + ": " + failure.text();
            return failure.kind() == OpenFailure.Kind.TLS ? cannot : cannot + "; is the server running?";
        }
        return switch (refusal.reason()) {
            case STATUS -> target + " answered the upgrade with " + refusal.detail() + hint(refusal.status(), target);
            case REDIRECT ->
                target + " redirects to " + refusal.location() + " (" + refusal.detail() + "); examine that URL";
            case WRONG_ACCEPT, NOT_UPGRADED, UNEXPECTED_SUBPROTOCOL, UNEXPECTED_EXTENSION ->
                target + " does not keep to the WebSocket handshake: " + refusal.detail();
            case NOT_HTTP, HEAD_TOO_LARGE -> target + " speaks no WebSocket: " + refusal.detail();
            case CUT -> target + " speaks no WebSocket: " + refusal.detail() + (target.secure() ? "" : WANTS_TLS);
        };
    }

    private static String hint(int status, Target target) {
        return switch (status) {
            case 400 -> target.secure() ? "; is this a WebSocket URL?" : "; is this a WebSocket URL?" + WANTS_TLS;
            case 401, 403 -> "; it wants credentials, or another origin";
            case 404 -> "; is the path right?";
            case 429, 503 -> "; it is full, or limits connects";
            default -> "; is this a WebSocket URL?";
        };
    }
}

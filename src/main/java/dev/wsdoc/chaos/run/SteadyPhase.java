package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.CountsSeen;
import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.Milestones.Steady;
import dev.wsdoc.chaos.observe.Milestones.Trial;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.wire.handshake.UpgradeRefusal;

/** Does the server work at all, and where do its counts stand, before anything is done to it? */
final class SteadyPhase {
    private static final String WANTS_TLS = "; if it wants TLS, the URL begins with wss://";

    private static final String WANTS_MORE = "; is this a WebSocket URL? It may want a --subprotocol or a header (-H)";

    private SteadyPhase() {}

    /**
     * Tries one connection.
     *
     * @param meanwhile what is done before it leaves: some servers stumble over the first that is gone
     * @throws CannotRunException when no connection can be made, so that there is nothing to examine
     */
    static Trial attempt(ExperimentContext context, ConnectionProbe.Meanwhile meanwhile) throws CannotRunException {
        context.beat.at("steady state", 0, 0);
        if (context.probes.log() != null) {
            waitForTheLog(context, context.probes.log());
        }
        Trial trial = ConnectionProbe.attempt(context, meanwhile);
        if (trial.failure() != null) {
            throw new CannotRunException(unreachable(context.plan.target(), trial.failure()));
        }
        return trial;
    }

    /** Counts, once all connections that were made until then are closed. */
    static Steady count(ExperimentContext context, Trial trial) {
        context.await(context.probes.counts().before());
        return new Steady(
                trial,
                context.probes.counts().seen() instanceof CountsSeen.Reference reference ? reference.before() : null);
    }

    private static void waitForTheLog(ExperimentContext context, LogProbe log) throws CannotRunException {
        context.await(log.before());
        String failure = log.failure();
        if (failure != null) {
            throw new CannotRunException(failure);
        }
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
            case 400 -> WANTS_MORE + (target.secure() ? "" : WANTS_TLS);
            case 401, 403 -> "; it wants credentials (--bearer, --basic, --cookie, -H) or another origin (--origin)";
            case 404 -> "; is the path right?";
            case 429, 503 -> "; it is full, or limits connects";
            default -> "; is this a WebSocket URL?";
        };
    }
}

package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Moment;
import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.report.Amount;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the server behaved on an open connection: whether it stayed, answered a ping, and let itself be closed. Pure. */
final class ConversationJudge {
    private static final String PONG = "a pong with the ping's payload (RFC 6455 section 5.5.3)";
    private static final String CLOSE =
            "a close frame in answer, and the end of the connection by the server (RFC 6455 sections 5.5.1, 7.1.1)";

    private final Visit visit;
    private final String patience;

    ConversationJudge(Visit visit, Duration patience) {
        this.visit = visit;
        this.patience = Amount.millis((double) patience.toMillis());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (visit.violation() != null) {
            findings.add(Questions.FRAMES.fail(
                    "frames as RFC 6455 section 5 has them",
                    visit.violation(),
                    "see which library or proxy wrote them"));
        }
        if (leftAtOnce()) {
            findings.add(left());
            return findings;
        }
        findings.add(pong());
        findings.add(close());
        return findings;
    }

    /** It ended by itself, before anything but a ping was said. */
    private boolean leftAtOnce() {
        return visit.end().isByServer() && !visit.had(Moment.CLOSING) && !visit.had(Moment.SAID);
    }

    private Finding left() {
        Double after = visit.between(Moment.UPGRADED, Moment.ENDED);
        String observed =
                "the server ended it after " + Amount.millis(after == null ? 0 : after) + " " + Words.end(visit);
        if (SubprotocolWords.isDemanded(visit.closeCode(), visit.closeReason())) {
            return SubprotocolWords.demanded(observed);
        }
        return Questions.STAYS.fail(
                "a connection that stays open",
                observed,
                "see the server's log; it may want --subprotocol, --bearer or --cookie, or a first message (--hello)");
    }

    private Finding pong() {
        Double ms = visit.between(Moment.PINGED, Moment.PONGED);
        return switch (visit.pong()) {
            case SAME -> Questions.PONG.pass(PONG, "after " + Amount.millis(ms == null ? 0 : ms));
            case CHANGED ->
                Questions.PONG.fail(PONG, "a pong with other bytes", "let the server send the ping's payload back");
            case NONE ->
                Questions.PONG.fail(
                        PONG,
                        visit.end() == SocketEnd.NONE || visit.had(Moment.CLOSING)
                                ? "no pong within " + patience
                                : "no pong before the end of the connection",
                        "let the server's library answer pings, which most do by themselves; without it no client"
                                + " can tell that the server lives");
            case UNTRIED -> Questions.PONG.notChecked(PONG, "no ping was sent", "leave --connect-only out");
        };
    }

    private Finding close() {
        if (!visit.had(Moment.CLOSING)) {
            return Questions.CLOSE.notChecked(
                    CLOSE, "the server ended the connection at a text, " + Words.end(visit), "say none with --no-echo");
        }
        if (!visit.had(Moment.CLOSE_RECEIVED)) {
            return visit.had(Moment.ENDED)
                    ? Questions.CLOSE.fail(
                            CLOSE,
                            "the connection ended " + Words.end(visit),
                            "let the server answer a close frame before it ends the connection; clients see 1006 otherwise")
                    : Questions.CLOSE.fail(
                            CLOSE,
                            "no answer within " + patience,
                            "let the server read and answer close frames: it keeps connections that clients left");
        }
        if (!visit.had(Moment.ENDED)) {
            return Questions.CLOSE.warn(
                    CLOSE,
                    "a close frame came, but the server did not end the connection within " + patience,
                    "let the server end TCP at once: the client waits for it (RFC 6455 section 7.1.1)");
        }
        return Questions.CLOSE.pass(CLOSE, Words.end(visit) + ", then the server ended the connection");
    }
}

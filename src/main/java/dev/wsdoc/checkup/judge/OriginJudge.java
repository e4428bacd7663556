package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Examiner;
import dev.wsdoc.checkup.observe.Moment;
import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.wire.handshake.Header;
import java.util.List;

/** Whether a page of another site may use the WebSocket with a visitor's cookies. Pure. */
final class OriginJudge {
    private static final String EXPECTED =
            "a refusal of " + Examiner.FOREIGN_ORIGIN + " (RFC 6455 section 10.2), such as 403";

    private OriginJudge() {}

    static Finding finding(Visit foreign, List<Header> headers) {
        if (!foreign.had(Moment.UPGRADED)) {
            return Questions.ORIGIN.pass(EXPECTED, Words.failure(foreign));
        }
        if (foreign.end().isByServer() && !foreign.had(Moment.CLOSING)) {
            return Questions.ORIGIN.pass(EXPECTED, "the server ended the connection " + Words.end(foreign));
        }
        boolean isTold = headers.stream().anyMatch(header -> header.isNamed("Origin"));
        return Questions.ORIGIN.warn(
                EXPECTED,
                "a page of another site is let in, just as "
                        + (isTold ? "one of --origin is" : "a client that names no origin is"),
                "let the server compare Origin with a list of its own sites, if cookies or the network tell it who comes:"
                        + " otherwise any page can speak in its visitors' names (cross-site WebSocket hijacking)");
    }
}

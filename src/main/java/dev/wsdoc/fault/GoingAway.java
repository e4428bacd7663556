package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;

/** A browser tab is closed: the goodbye with code 1001 of RFC 6455 section 7.4.1. */
@AutoService(Fault.class)
public final class GoingAway extends Fault {
    public GoingAway() {
        super(FaultCard.watching(
                        Profile.GENTLE,
                        "going-away",
                        "close frame 1001, then the closing handshake",
                        "answers the close, closes, and removes the connection at once",
                        "still open after --detect-within, or ended without a close frame, is a failure")
                .expecting(new Expectation(
                        "the server answers the close frame and ends the connection",
                        "RFC 6455 5.5.1, 7.1.1",
                        seen -> seen.isEnded() && seen.closeCode() != 0 ? Mark.MET : Mark.MISSED,
                        "answer a close frame with a close frame, then close the socket"))
                .partingBy(Farewell.CLEAN));
    }

    @Override
    public void inflict(Member victim) {
        victim.close(CloseCode.GOING_AWAY, "");
    }
}

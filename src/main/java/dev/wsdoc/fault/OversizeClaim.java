package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.wire.frame.Opcode;

/** A header that makes careless servers allocate what it claims: RFC 6455 section 10.4. */
@AutoService(Fault.class)
public final class OversizeClaim extends ForbiddenFrame {
    private static final long CLAIMED = 200_000_000;

    public OversizeClaim() {
        super(
                FaultCard.forbiddenFrame(
                                "oversize-claim",
                                "a frame header that claims 200 MB, then a few bytes, then nothing",
                                new Expectation(
                                        "the server refuses the frame with close code 1009, or ends the connection otherwise",
                                        "RFC 6455 7.4.1, 10.4",
                                        seen -> seen.isEnded() ? Mark.MET : Mark.MISSED,
                                        "limit the size of frames and messages; refuse a header over the limit with 1009, before its memory is"
                                                + " allocated"))
                        .judged("still open after --detect-within is a failure")
                        .inProfile(Profile.DESTRUCTIVE),
                hello(Opcode.BINARY).withClaimedLength(CLAIMED));
    }
}

package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.Member;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A client of a version that the server cannot know: RFC 6455 sections 4.2.2 and 4.4. */
@AutoService(Fault.class)
public final class WrongVersion extends Fault {
    private static final int UNKNOWN_VERSION = 99;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final Pattern NAMES_13 = Pattern.compile("(?i)\r\nSec-WebSocket-Version:[^\r]*\\b13\\b");

    public WrongVersion() {
        super(FaultCard.badHandshake(
                "wrong-version",
                "an upgrade request with Sec-WebSocket-Version: " + UNKNOWN_VERSION,
                "an upgrade, or no answer within --detect-within, is a failure; an error that names no version 13 is a warning",
                new Expectation(
                        "the server answers 4xx, such as 426, and names version 13 in Sec-WebSocket-Version",
                        "RFC 6455 4.2.2, 4.4",
                        WrongVersion::mark,
                        "refuse other versions than 13 with 426 or 400 and the header Sec-WebSocket-Version: 13")));
    }

    /** Section 4.4 asks for the header; which status comes with it is the server's choice, 426 is an example. */
    private static Mark mark(SocketObservation seen) {
        int status = seen.status();
        if (status >= CLIENT_ERRORS
                && status < SERVER_ERRORS
                && NAMES_13.matcher(seen.answer()).find()) {
            return Mark.MET;
        }
        boolean isRefused = status >= 300 || (status == 0 && seen.isEnded());
        return isRefused ? Mark.TOLERABLE : Mark.MISSED;
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(ByteBuffer.wrap(request(victim)));
    }

    private static byte[] request(Member victim) {
        return new String(victim.upgradeRequest(), StandardCharsets.ISO_8859_1)
                .replace("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: " + UNKNOWN_VERSION)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

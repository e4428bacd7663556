package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.Member;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A client of a version that the server cannot know: RFC 6455 sections 4.2.2 and 4.4. */
@AutoService(Fault.class)
public final class WrongVersion implements BadHandshake {
    private static final int UNKNOWN_VERSION = 99;
    private static final int UPGRADE_REQUIRED = 426;
    private static final Pattern NAMES_13 = Pattern.compile("(?i)\r\nSec-WebSocket-Version:[^\r]*\\b13\\b");

    @Override
    public String name() {
        return "wrong-version";
    }

    @Override
    public String wire() {
        return "an upgrade request with Sec-WebSocket-Version: " + UNKNOWN_VERSION;
    }

    @Override
    public String judged() {
        return "an upgrade, or no answer within --detect-within, is a failure; another error is a warning";
    }

    @Override
    public Expectation expectation() {
        return new Expectation(
                "the server answers 426 and names version 13 in Sec-WebSocket-Version",
                "RFC 6455 4.2.2, 4.4",
                WrongVersion::mark,
                "refuse other versions than 13 with 426 and the header Sec-WebSocket-Version: 13");
    }

    private static Mark mark(SocketObservation seen) {
        int status = seen.status();
        if (status == UPGRADE_REQUIRED && NAMES_13.matcher(seen.answer()).find()) {
            return Mark.MET;
        }
        boolean isRefused = status >= 300 || (status == 0 && seen.isEnded());
        return isRefused ? Mark.TOLERABLE : Mark.MISSED;
    }

    @Override
    public byte[] request(Member victim) {
        return BadHandshake.goodRequest(victim)
                .replace("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: " + UNKNOWN_VERSION)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

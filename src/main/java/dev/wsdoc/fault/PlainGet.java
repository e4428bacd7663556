package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.Member;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A browser, a health check or a crawler asks the WebSocket's path for a page. */
@AutoService(Fault.class)
public final class PlainGet extends Fault {
    public PlainGet() {
        super(FaultCard.badHandshake(
                "plain-get",
                "GET of the path without the headers of an upgrade",
                "an upgrade, or no answer within --detect-within, is a failure; a 5xx or a mere end is a warning",
                new Expectation(
                        "the server answers with an HTTP status, best 426 or 400",
                        "RFC 6455 4.2.1",
                        PlainGet::mark,
                        "answer requests that are no handshake with 426 Upgrade Required or 400")));
    }

    private static Mark mark(SocketObservation seen) {
        int status = seen.status();
        if (status >= 200 && status < 500) {
            return Mark.MET;
        }
        return status >= 500 || (status == 0 && seen.isEnded()) ? Mark.TOLERABLE : Mark.MISSED;
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(ByteBuffer.wrap(request(victim)));
    }

    private static byte[] request(Member victim) {
        String request = new String(victim.upgradeRequest(), StandardCharsets.ISO_8859_1)
                .replaceAll("(?mi)^(Upgrade|Connection|Sec-WebSocket-[A-Za-z]+): .*\r\n", "");
        return request.getBytes(StandardCharsets.ISO_8859_1);
    }
}

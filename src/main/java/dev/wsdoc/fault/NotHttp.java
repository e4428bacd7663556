package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.Member;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A scanner, or a client that takes the port for a TLS one. */
@AutoService(Fault.class)
public final class NotHttp extends Fault {
    /** The beginning of a TLS 1.2 ClientHello (RFC 5246 sections 6.2.1 and 7.4.1.2) that offers one cipher suite. */
    private static final String CLIENT_HELLO = "160301002f" + "0100002b" + "0303"
            + "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" + "00" + "0002c02f" + "0100" + "0000";

    private static final String GARBAGE = "00ff10807f0a0d0affeeddccbbaa0d0a0d0a";

    public NotHttp() {
        super(FaultCard.badHandshake(
                "not-http",
                "the beginning of a TLS handshake, or garbage, in turn",
                "still open after --detect-within is a warning, an upgrade a failure",
                new Expectation(
                        "the server ends the connection, with an HTTP error or without",
                        "RFC 6455 4.2.1",
                        NotHttp::mark,
                        "end a connection as soon as its first line cannot be HTTP")));
    }

    private static Mark mark(SocketObservation seen) {
        if (seen.status() > 0 && seen.status() < 400) {
            return Mark.MISSED;
        }
        return seen.isEnded() ? Mark.MET : Mark.TOLERABLE;
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(ByteBuffer.wrap(request(victim)));
    }

    private static byte[] request(Member victim) {
        return HexFormat.of().parseHex(victim.index() % 2 == 0 ? CLIENT_HELLO : GARBAGE);
    }
}

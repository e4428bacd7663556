package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.Member;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A client that takes for ever to say what it wants, and holds a slot meanwhile: the attack known as Slowloris. */
@AutoService(Fault.class)
public final class SlowHandshake extends Fault {
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(200);
    private static final int NEVER_SENT = 4; // without the last bytes it is no request

    public SlowHandshake() {
        super(FaultCard.watching(
                        Profile.SLOW,
                        "slow-handshake",
                        "an upgrade request, a byte every " + BETWEEN_BYTES.toMillis()
                                + " ms, that never comes to its end",
                        "ends the connection when its time for a handshake is over",
                        "still open after --ping-wait is a warning")
                .from(Entrance.CONNECTED)
                .expecting(new Expectation(
                        "the server ends a handshake that takes too long",
                        "",
                        seen -> seen.isEnded() ? Mark.MET : Mark.TOLERABLE,
                        "limit the time from the connection to the end of the request's head"))
                .noticed(Notice.BY_PING)
                .partingBy(Farewell.NONE));
    }

    @Override
    public void inflict(Member victim) {
        byte[] request = victim.upgradeRequest();
        trickle(victim, ByteBuffer.wrap(request, 0, request.length - NEVER_SENT));
    }

    private static void trickle(Member victim, ByteBuffer rest) {
        if (rest.hasRemaining()) {
            victim.inject(ByteBuffer.wrap(new byte[] {rest.get()}));
            victim.later(BETWEEN_BYTES, () -> trickle(victim, rest));
        }
    }
}

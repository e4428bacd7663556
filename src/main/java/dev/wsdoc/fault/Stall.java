package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.util.SplittableRandom;

/** A consumer too slow for what it asked for: the server's messages pile up on the server's side. */
@AutoService(Fault.class)
public final class Stall extends Fault {
    private static final int MESSAGES = 96;
    private static final String MESSAGE = noise(60_000); // below the 64 kB that many servers allow at most
    private static final Duration UNTIL_TAKEN = Duration.ofMillis(10);

    public Stall() {
        super(FaultCard.watching(
                        Profile.SLOW,
                        "stall",
                        "reads nothing, with a receive buffer of 4 kB, and sends 96 messages of 60 kB for a server to send back",
                        "bounds what waits for it, closes it as too slow or by the missing pong, and forgets it",
                        "the victim finds its socket ended within --ping-wait")
                .receiving(4 * 1024)
                .noticed(Notice.BY_PING));
    }

    @Override
    public void inflict(Member victim) {
        victim.freeze();
        send(victim, MESSAGES);
    }

    /** Letters that no compression makes much shorter. */
    private static String noise(int length) {
        return new SplittableRandom(length)
                .ints(length, '!', 0x7f)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One at a time, so that a server that takes nothing makes no pile here. */
    private static void send(Member victim, int left) {
        if (left > 0 && victim.hasUnsent()) {
            victim.later(UNTIL_TAKEN, () -> send(victim, left));
        } else if (left > 0) {
            victim.sendText(MESSAGE);
            victim.later(Duration.ZERO, () -> send(victim, left - 1));
        }
    }

    @Override
    public void revisit(Member victim) {
        victim.thaw();
    }
}

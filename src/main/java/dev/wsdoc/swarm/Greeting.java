package dev.wsdoc.swarm;

import dev.wsdoc.swarm.Hello.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** How far one member is with its {@link Hello}. Owned by its loop; gone when it is over, so that idle members are small. */
final class Greeting {
    private static final Duration ANY_ANSWER_WITHIN = Duration.ofMillis(300);

    private final Member member;
    private final List<Message> messages;
    private final long deadline;
    private final Runnable done;
    private int said;

    /**
     * A greeting that has not begun.
     *
     * @param deadline until when it is to be over, in the loop's time
     * @param done what is done when it is
     */
    Greeting(Member member, Hello hello, long deadline, Runnable done) {
        this.member = member;
        this.messages = hello.messages();
        this.deadline = deadline;
        this.done = done;
    }

    /** Says the next of them, or is over; where nothing certain is awaited, any answer will do, or a moment of silence. */
    void goOn() {
        if (member.hasEnded()) {
            return;
        }
        if (said == messages.size()) {
            member.greets(null);
            done.run();
            return;
        }
        Message message = messages.get(said++);
        member.send(message.opcode(), message.payload());
        if (message.awaits() != null) {
            return;
        }
        if (said == messages.size()) {
            goOn();
        } else {
            int now = said;
            member.later(ANY_ANSWER_WITHIN, () -> goOnFrom(now));
        }
    }

    private void goOnFrom(int then) {
        if (said == then) {
            goOn();
        }
    }

    /** A message came. */
    void heard(ByteBuffer payload) {
        String awaited = messages.get(said - 1).awaits();
        if (awaited == null
                || StandardCharsets.UTF_8.decode(payload.slice()).toString().contains(awaited)) {
            goOn();
        }
    }

    boolean isLate(long now) {
        return deadline - now <= 0;
    }

    /** What did not come, for a failure. */
    String lacking() {
        return "'" + messages.get(said - 1).awaits() + "' did not come after hello " + said + " of " + messages.size();
    }
}

package dev.wsdoc.swarm;

import dev.wsdoc.swarm.Hello.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How far one member is with its {@link Hello}. Owned by its loop; gone when it is over, so that idle members are small. */
final class Greeting {
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

    /** Says what needs no more waiting. */
    void goOn() {
        while (said < messages.size() && !member.hasEnded()) {
            Message message = messages.get(said++);
            member.send(message.opcode(), message.payload());
            if (message.awaits() != null) {
                return;
            }
        }
        if (!member.hasEnded()) {
            member.greets(null);
            done.run();
        }
    }

    /** A message came. */
    void heard(ByteBuffer payload) {
        if (StandardCharsets.UTF_8.decode(payload.slice()).toString().contains(awaited())) {
            goOn();
        }
    }

    boolean isLate(long now) {
        return deadline - now <= 0;
    }

    /** What did not come, for a failure. */
    String lacking() {
        return "'" + awaited() + "' did not come after hello " + said + " of " + messages.size();
    }

    private String awaited() {
        return String.valueOf(messages.get(said - 1).awaits());
    }
}

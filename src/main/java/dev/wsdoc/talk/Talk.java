package dev.wsdoc.talk;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One connection of a swarm that somebody talks through. Its methods may be called from any thread and wait for nothing; what
 * happens is told to its listener, on the loop. Used for one connection; what is asked of one that has ended does nothing.
 */
public final class Talk {
    private final Swarm swarm;
    private final TalkEvents events;
    private volatile List<Member> member = List.of();

    /**
     * One that is not open yet.
     *
     * @param listener who is told
     */
    public Talk(Swarm swarm, TalkListener listener) {
        this.swarm = swarm;
        this.events = new TalkEvents(listener);
    }

    /**
     * Connects.
     *
     * @return completes with what failed, or without a failure once it is open
     * @throws IOException when the target's host name does not resolve
     */
    public CompletableFuture<List<OpenFailure>> open(Target target) throws IOException {
        return swarm.open(Cohort.of("talk", 1, target, events)).thenApply(opening -> {
            member = opening.open();
            return opening.failures();
        });
    }

    /**
     * Says these, as long as the connection lasts.
     *
     * @return completes when the socket has taken them, or the connection has ended, with how many were said
     */
    public CompletableFuture<Integer> say(List<Said> messages) {
        CompletableFuture<Integer> taken = new CompletableFuture<>();
        CompletableFuture<Void> unused = swarm.each(member, self -> events.say(self, messages, taken))
                .whenComplete((done, failure) -> {
                    if (failure != null || member.isEmpty()) {
                        taken.complete(0);
                    }
                });
        return taken;
    }

    /** Sends a ping of at most 125 bytes. */
    public void ping(ByteBuffer payload) {
        tell(self -> events.sendPing(self, payload));
    }

    /** Sends a pong that nobody asked for: RFC 6455 section 5.5.3. */
    public void pong(ByteBuffer payload) {
        tell(self -> self.send(Opcode.PONG, payload));
    }

    /** Sends a frame, be it right or wrong. */
    public void send(RawFrame frame) {
        tell(self -> events.raw(self, frame));
    }

    /** Begins the closing handshake, and hangs up when the server does not answer. */
    public void close(int code, String reason) {
        tell(self -> events.close(self, code, reason));
    }

    /** Suffers a fault of those whose victims have shaken hands. */
    public void suffer(Fault fault) {
        tell(self -> events.suffer(self, fault));
    }

    /** Reads and answers again after a freeze. */
    public void thaw() {
        tell(Member::recover);
    }

    /** Lets the server wait until {@link #resumeReading}. */
    public void pauseReading() {
        tell(Member::pauseReading);
    }

    /** Reads on. */
    public void resumeReading() {
        tell(Member::resumeReading);
    }

    /** What it came to so far; fails when the loop has ended. */
    public CompletableFuture<List<TalkStats>> stats() {
        return swarm.collect(member, events::stats);
    }

    /** Looks whether it has ended by something that tells nobody, such as the later part of a fault. */
    public void lookAfter() {
        swarm.tell(member, events::lookAt);
    }

    private void tell(Consumer<Member> order) {
        swarm.tell(member, self -> {
            if (self.isOpen()) {
                order.accept(self);
            }
            events.lookAt(self);
        });
    }
}

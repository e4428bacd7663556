package dev.wsdoc.fault;

import dev.wsdoc.fault.Fault.Aftermath;
import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.fault.Fault.Farewell;
import dev.wsdoc.fault.Fault.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a fault. One is begun by what its fault is ({@link #death}, {@link #forbiddenFrame}, {@link #badHandshake}, or
 * {@link #watching} for any other), and changed where its fault differs.
 *
 * @param profile how dangerous it is
 * @param name in options and reports, such as {@code half-close}
 * @param wire what goes over the wire
 * @param healthy what a healthy server does about it
 * @param judged how the server is judged by it, as one sentence
 * @param entrance how its victims come to the server
 * @param waves how many times in a row victims come and suffer it, at least 1: each time with new connections, at once
 * @param receiveBuffer bytes that the kernel keeps for a victim's socket before the server has to wait; 0 for the system's choice
 * @param expectation what the victim's own socket is to see; null when a socket tells nothing
 * @param notice how a server can learn of it
 * @param farewell what the server is to make of it
 * @param aftermath whether the victim is still there to see what the server does
 * @param passedOn whether a server that does not look at it may send it on to others
 */
public record FaultCard(
        Profile profile,
        String name,
        String wire,
        String healthy,
        String judged,
        Entrance entrance,
        int waves,
        int receiveBuffer,
        @Nullable Expectation expectation,
        Notice notice,
        Farewell farewell,
        Aftermath aftermath,
        boolean passedOn) {

    public FaultCard {
        if (waves < 1) {
            throw new IllegalArgumentException("fault " + name + " has " + waves + " waves, it needs at least 1");
        }
    }

    /** A client that stays and watches; its socket tells the server at once, and its end is an abnormal one. */
    static Builder watching(Profile profile, String name, String wire, String healthy, String judged) {
        return new Builder(profile, name, wire, healthy, judged);
    }

    /** After it nobody is there: the socket is gone without a goodbye, and only the server can tell whether it noticed. */
    static Builder death(Profile profile, String name, String wire, String healthy) {
        return watching(
                        profile,
                        name,
                        wire,
                        healthy,
                        "noticed within --detect-within, forgotten by the cleanup, nothing above DEBUG in the log")
                .leaving(Aftermath.GONE);
    }

    /** What a {@link ForbiddenFrame} is judged by. */
    static Builder forbiddenFrame(String name, String wire, Expectation expectation) {
        return watching(
                        Profile.HOSTILE,
                        name,
                        wire,
                        "fails the connection: " + expectation.text(),
                        "still open after --detect-within is a failure; another code, or none, is a warning")
                .expecting(expectation);
    }

    /** A request that is no WebSocket handshake: RFC 6455 section 4.2.1 asks for an HTTP error then. */
    static Builder badHandshake(String name, String wire, String judged, Expectation expectation) {
        return watching(Profile.HOSTILE, name, wire, expectation.text(), judged)
                .expecting(expectation)
                .from(Entrance.CONNECTED)
                .partingBy(Farewell.NONE);
    }

    /** A card that is being written. */
    public static final class Builder {
        private final String name;
        private final String wire;
        private Profile profile;
        private final String healthy;
        private String judged;
        private Entrance entrance = Entrance.UPGRADED;
        private int waves = 1;
        private int receiveBuffer;
        private @Nullable Expectation expectation;
        private Notice notice = Notice.AT_ONCE;
        private Farewell farewell = Farewell.ABNORMAL;
        private Aftermath aftermath = Aftermath.WATCHING;
        private boolean passedOn;

        private Builder(Profile profile, String name, String wire, String healthy, String judged) {
            this.profile = profile;
            this.name = name;
            this.wire = wire;
            this.healthy = healthy;
            this.judged = judged;
        }

        Builder inProfile(Profile other) {
            profile = other;
            return this;
        }

        Builder judged(String other) {
            judged = other;
            return this;
        }

        Builder from(Entrance other) {
            entrance = other;
            return this;
        }

        Builder inWaves(int other) {
            waves = other;
            return this;
        }

        Builder receiving(int other) {
            receiveBuffer = other;
            return this;
        }

        Builder expecting(Expectation other) {
            expectation = other;
            return this;
        }

        Builder noticed(Notice other) {
            notice = other;
            return this;
        }

        Builder partingBy(Farewell other) {
            farewell = other;
            return this;
        }

        Builder leaving(Aftermath other) {
            aftermath = other;
            return this;
        }

        Builder passedOn() {
            passedOn = true;
            return this;
        }

        FaultCard build() {
            return new FaultCard(
                    profile,
                    name,
                    wire,
                    healthy,
                    judged,
                    entrance,
                    waves,
                    receiveBuffer,
                    expectation,
                    notice,
                    farewell,
                    aftermath,
                    passedOn);
        }
    }
}

package dev.wsdoc.swarm;

/** What happened to a member, and when, in {@link System#nanoTime} terms. Owned by the member's loop. */
final class MemberState {
    private SocketEnd end = SocketEnd.NONE;
    private int closeCode;
    private int pongs;
    private long afflictedAt;
    private long endedAt;

    SocketEnd end() {
        return end;
    }

    boolean hasEnded() {
        return end != SocketEnd.NONE;
    }

    int closeCode() {
        return closeCode;
    }

    int pongs() {
        return pongs;
    }

    long afflictedAt() {
        return afflictedAt;
    }

    long endedAt() {
        return endedAt;
    }

    /** A fault was inflicted; only the first time counts. */
    void afflicted(long now) {
        if (afflictedAt == 0) {
            afflictedAt = now;
        }
    }

    void closeReceived(int code) {
        closeCode = code;
    }

    void pongReceived() {
        pongs++;
    }

    /** The connection is over; only the first end counts. Returns whether this was it. */
    boolean ended(SocketEnd how, long now) {
        if (end != SocketEnd.NONE) {
            return false;
        }
        end = how;
        endedAt = now;
        return true;
    }
}

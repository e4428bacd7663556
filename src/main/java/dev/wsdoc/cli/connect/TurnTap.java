package dev.wsdoc.cli.connect;

import dev.wsdoc.model.Target;
import dev.wsdoc.talk.Talk;
import dev.wsdoc.talk.Turn;
import dev.wsdoc.wire.handshake.Header;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads the turns of a talk into its recording; the server waits while the disk is behind. Thread-safe. */
final class TurnTap implements Outlet.Valve {
    private final Recording recording;
    private final Target target;
    private final List<Header> headers;
    private final Outlet outlet;
    private volatile @Nullable Talk talk;

    /** @param flush what is done when nothing more waits */
    TurnTap(Recording recording, Target target, List<Header> headers, Outlet.Write flush) {
        this.recording = recording;
        this.target = target;
        this.headers = headers;
        this.outlet = new Outlet(flush, this);
    }

    boolean isWanted() {
        return recording.isWanted();
    }

    /** Whom to let wait. */
    void pauses(Talk current) {
        talk = current;
        if (outlet.isShut()) {
            current.pauseReading(); // it spoke so much before anybody knew it
        }
    }

    @Override
    public void shut() {
        Talk current = talk;
        if (current != null) {
            current.pauseReading();
        }
    }

    @Override
    public void open() {
        Talk current = talk;
        if (current != null) {
            current.resumeReading();
        }
    }

    void begin(UpgradeResponse response) {
        if (isWanted()) {
            Instant at = Instant.now();
            outlet.put(0, () -> recording.begin(target, headers, at, response));
        }
    }

    /** Records it. */
    void put(Turn turn) {
        if (isWanted()) {
            put(turn, () -> {});
        }
    }

    /** Does something with it, and records it. */
    void put(Turn turn, Outlet.Write besides) {
        outlet.put(turn.message().size(), () -> {
            besides.run();
            recording.write(turn);
        });
    }

    /** Whether nothing can be written any more. */
    boolean isBroken() {
        return outlet.failure() != null;
    }

    /** Writes what waits, for so long at the most. */
    void finish(long millis) throws IOException, InterruptedException {
        outlet.finish(millis);
        IOException failure = outlet.failure();
        if (failure != null) {
            throw failure;
        }
        recording.close();
    }
}

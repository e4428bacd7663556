package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.observe.Attribution.Stage;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.LogSource;
import dev.wsdoc.swarm.Member;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The server's logs, read and audited as they grow, on the probe's thread. A log that cannot be read any more is told so. */
public final class LogProbe implements Probe<LogSeen> {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final long LOOKS_FOR = Duration.ofMillis(100).toNanos();
    private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(2);
    private static final Duration PAST_ENDS_WITHIN = Duration.ofSeconds(10);
    private static final long PAST_IS_OVER_AFTER = Duration.ofMillis(300).toNanos();

    private final LogWatch watch;
    private final ExperimentClock clock;
    private final Suspects suspects;
    private final ProbeThread thread = new ProbeThread("wsdoc-log");
    private final boolean beginsWithThePast;
    private volatile LogSeen seen;
    private volatile long lastStirAt;
    private volatile long lateness;
    private volatile @Nullable String failure;

    private LogProbe(LogWatch watch, ExperimentClock clock, Suspects suspects) {
        this.watch = watch;
        this.suspects = suspects;
        this.clock = clock;
        this.seen = watch.seen();
        this.beginsWithThePast = watch.beginsWithThePast();
        if (!beginsWithThePast) {
            thread.lookEvery(LOOK, this::read);
        }
    }

    /**
     * Begins at the logs' ends.
     *
     * @param suspects whom they may speak of
     * @throws IOException when one of them cannot be read; the message names it
     */
    public static LogProbe on(List<LogSource> logs, ExperimentClock clock, Suspects suspects) throws IOException {
        return new LogProbe(LogWatch.on(logs, suspects), clock, suspects);
    }

    /** These are open, and no victims; what the log says of them is put down to no fault. */
    public void opened(Suspects.Party party, List<Member> members) {
        suspects.opened(party, members);
    }

    /** Lets go by what logs say that begin with what was said before the experiment. */
    @Override
    public CompletableFuture<?> before() {
        return beginsWithThePast ? thread.look(this::skipThePast) : Probe.super.before();
    }

    private void skipThePast() {
        long[] lastLineAt = {clock.nanos()};
        new Settling(clock)
                .await(
                        PAST_ENDS_WITHIN,
                        () -> {
                            lastLineAt[0] = skip() > 0 ? clock.nanos() : lastLineAt[0];
                            return clock.nanos() - lastLineAt[0];
                        },
                        quiet -> quiet >= PAST_IS_OVER_AFTER);
        thread.lookEvery(LOOK, this::read);
    }

    private int skip() {
        int lines = watch.skipThePast(isOver());
        failure = watch.failure();
        return lines;
    }

    /** Why there is no use in beginning: what was to write a log, such as a command, failed. Null when nothing did. */
    public @Nullable String failure() {
        return beginsWithThePast ? failure : null;
    }

    @Override
    public CompletableFuture<?> round(String cause) {
        return turn(() -> watch.turnTo(cause, clock.nanos()));
    }

    /** From now on nothing more is to be said of the dead. */
    @Override
    public CompletableFuture<?> cleanup() {
        return turn(() -> watch.isToFallQuiet(true));
    }

    /** wsdoc gets to know the server from now on: what is logged of that is no sign of a disease. */
    public CompletableFuture<?> acquaintance() {
        return turn(() -> watch.enter(Stage.ACQUAINTANCE));
    }

    /** wsdoc knows the server. */
    public CompletableFuture<?> acquainted() {
        return turn(() -> watch.enter(Stage.CHAOS));
    }

    /** A fresh connection is tried from now on, and nothing else. */
    public CompletableFuture<?> lastConnection() {
        return turn(() -> {
            watch.isToFallQuiet(false);
            watch.enter(Stage.LAST_CONNECTION);
        });
    }

    /** That is over, and the healthy ones still stay for a while. */
    public CompletableFuture<?> noMoreConnections() {
        return turn(() -> watch.enter(Stage.CHAOS));
    }

    /** The healthy ones leave from now on. */
    public CompletableFuture<?> goodbyes() {
        return turn(() -> watch.enter(Stage.GOODBYES));
    }

    /** Everybody has left. */
    public CompletableFuture<?> silence() {
        return turn(() -> watch.enter(Stage.SILENCE));
    }

    /** So long it was watched since then. */
    public CompletableFuture<?> watchedFor(Duration time) {
        return turn(() -> watch.watchedFor(time));
    }

    @Override
    public CompletableFuture<?> end() {
        return turn(watch::flush);
    }

    /** Reads what belongs to the time before, then turns. */
    private CompletableFuture<?> turn(Runnable turn) {
        return thread.look(() -> {
            catchUp();
            turn.run();
            publish();
        });
    }

    /** Reads what was written until now, if that comes to an end. */
    private void catchUp() {
        long end = clock.nanos() + CATCHES_UP_WITHIN.toNanos();
        boolean more = read();
        while (more && clock.nanos() - end < 0 && !Thread.currentThread().isInterrupted()) {
            more = read();
        }
        if (more) {
            watch.fellBehind();
        }
    }

    /** One look reads for so long at the most, so that what else is asked of this thread comes to its turn. */
    private BooleanSupplier isOver() {
        long end = clock.nanos() + LOOKS_FOR;
        return () -> clock.nanos() - end >= 0;
    }

    /** Returns whether there is more. */
    private boolean read() {
        boolean more = watch.poll(clock.nanos(), isOver());
        lastStirAt = watch.lastStirAt();
        lateness = watch.lateness();
        failure = watch.failure();
        if (watch.hasNews()) {
            publish();
        }
        return more;
    }

    private void publish() {
        seen = watch.seen();
    }

    /** When a log last told of a disconnect or of trouble, in terms of {@link ExperimentClock#nanos}; 0 for never. */
    public long lastStirAt() {
        return lastStirAt;
    }

    /** So long after the end of a client a log told of trouble with it, at the most; zero when it named none. */
    public Duration lateness() {
        return Duration.ofNanos(lateness);
    }

    @Override
    public LogSeen seen() {
        return seen;
    }

    @Override
    public void close() {
        thread.end(watch::close); // the files are that thread's
    }
}

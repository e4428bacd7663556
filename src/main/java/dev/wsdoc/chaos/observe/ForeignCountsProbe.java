package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource;
import dev.wsdoc.evidence.CountSource.Counts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A foreign server's counts in the moments of the experiment. Asked on the probe's thread. */
public final class ForeignCountsProbe implements CountsProbe {
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(2);

    private final CountSource source;
    private final Settling settling;
    private final Duration restoredWithin;
    private final ProbeThread thread = new ProbeThread("wsdoc-counts");
    private volatile CountsSeen.Foreign seen; // written by the probe's thread alone

    /**
     * A source that has answered once.
     *
     * @param first what it said before any connection was made
     * @param restoredWithin how long the server may take to forget what is closed
     */
    public ForeignCountsProbe(CountSource source, Counts first, ExperimentClock clock, Duration restoredWithin) {
        this.source = source;
        this.settling = new Settling(clock);
        this.restoredWithin = restoredWithin;
        this.seen = CountsSeen.Foreign.of(first);
    }

    /** In the steady state, when the fresh connection is gone from the counts. */
    @Override
    public CompletableFuture<?> before() {
        return thread.look(() -> {
            long first = seen.before().listed();
            Counts settled = settling.await(SETTLES_WITHIN, this::ask, now -> now.listed() <= first);
            seen = settled == null ? seen : seen.withBefore(settled);
        });
    }

    @Override
    public CompletableFuture<?> opened(int open) {
        return thread.look(() -> {
            long expected = seen.before().listed() + open;
            seen = seen.withOpened(settling.await(SETTLES_WITHIN, this::ask, now -> now.listed() == expected));
        });
    }

    @Override
    public CompletableFuture<?> cleanup() {
        return thread.look(() -> {
            Counts now = ask();
            seen = seen.withCleanup(now, source.cleanup());
        });
    }

    @Override
    public CompletableFuture<?> cleanupUncounted() {
        return thread.look(source::cleanup);
    }

    /** Gives the server time to take what is closed off its list. */
    @Override
    public CompletableFuture<?> end() {
        return thread.look(() -> {
            if (seen.beforeCleanup() != null) {
                long before = seen.before().listed();
                seen = seen.withAfter(settling.await(restoredWithin, this::ask, now -> now.listed() <= before));
            }
        });
    }

    @Override
    public CountsSeen.Foreign seen() {
        return seen;
    }

    private @Nullable Counts ask() {
        Answer<Counts> answer = source.ask();
        if (answer instanceof Answer.Missing<Counts> missing) {
            seen = seen.withTrouble(missing.reason());
        } else if (answer instanceof Answer.Useless<Counts> useless) {
            seen = seen.withTrouble(useless.reason());
        }
        return answer instanceof Answer.Given<Counts> given ? given.value() : null;
    }

    @Override
    public void close() {
        thread.close();
    }
}

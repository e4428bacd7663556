package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.observe.CountsSeen.Cleanup;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.chaos.victim.EndsBatch;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.ServerStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * wsdoc's own status page: counts in the moments of the experiment, and the journal of ends as it grows. Everything but the
 * queue of ends and {@link #seen} belongs to the probe's thread.
 */
public final class ReferenceCountsProbe implements CountsProbe {
    private static final Duration LOOK = Duration.ofMillis(40);
    private static final Duration STEADY_WITHIN = Duration.ofSeconds(1);
    private static final Duration OPENED_WITHIN = Duration.ofSeconds(2);
    private static final int ENDS_PER_PAGE = 10_000;
    private static final int MOST_TROUBLES = 100;

    private final DebugEndpoint endpoint;
    private final ExperimentClock clock;
    private final Settling settling;
    private final ProbeThread thread = new ProbeThread("wsdoc-status");
    private final Queue<EndsBatch> unread = new ConcurrentLinkedQueue<>();
    private final ServerStats first;
    private final List<ServerStats> samples = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private @Nullable ServerStats before;
    private @Nullable ServerStats opened;
    private @Nullable Cleanup cleanup;
    private boolean endsLost;
    private long lastEnd;
    private volatile CountsSeen.Reference seen;

    /** A server that has answered once, and with what. */
    public ReferenceCountsProbe(DebugEndpoint endpoint, ServerStats first, ExperimentClock clock) {
        this.endpoint = endpoint;
        this.first = first;
        this.clock = clock;
        this.settling = new Settling(clock);
        this.lastEnd = first.lastEnd();
        samples.add(first);
        this.seen = snapshot();
        thread.lookEvery(LOOK, this::readEnds);
    }

    /** The counts once the fresh connection is gone from them. */
    @Override
    public CompletableFuture<?> before() {
        return thread.look(() -> {
            ServerStats settled = settling.await(
                    STEADY_WITHIN,
                    this::stats,
                    now -> now.opened() > first.opened() && now.totalConnections() <= first.totalConnections());
            before = settled == null ? first : settled;
            publish();
        });
    }

    @Override
    public CompletableFuture<?> opened(int open) {
        return thread.look(() -> {
            int expected = before == null ? open : before.liveConnections() + open;
            opened = settling.await(OPENED_WITHIN, this::stats, now -> now.liveConnections() == expected);
            publish();
        });
    }

    @Override
    public CompletableFuture<?> cleanup() {
        return thread.look(() -> {
            ServerStats now = stats();
            Answer<CleanupAnswer> answer = endpoint.cleanup();
            ServerStats after = stats();
            readEnds();
            cleanup = new Cleanup(now, answer, after);
            publish();
        });
    }

    @Override
    public CompletableFuture<?> cleanupUncounted() {
        return thread.look(endpoint::cleanup);
    }

    @Override
    public CountsSeen.Reference seen() {
        return seen;
    }

    /** What the journal told since the last call; null when nothing. */
    public @Nullable EndsBatch nextEnds() {
        return unread.poll();
    }

    private @Nullable ServerStats stats() {
        Answer<ServerStats> answer = endpoint.status(0, 1);
        if (answer instanceof Answer.Given<ServerStats> given) {
            samples.add(given.value());
            return given.value();
        }
        trouble(answer);
        return null;
    }

    private void readEnds() {
        boolean more = true;
        while (more) {
            Answer<EndsPage> answer = endpoint.ends(lastEnd, ENDS_PER_PAGE);
            more = false;
            if (answer instanceof Answer.Given<EndsPage> given) {
                unread.add(new EndsBatch(given.value().ends(), clock.nanos()));
                more = given.value().ends().size() == ENDS_PER_PAGE;
                lastEnd = given.value().last();
                if (given.value().gap() && !endsLost) {
                    endsLost = true;
                    publish();
                }
            } else {
                trouble(answer);
            }
        }
    }

    private void trouble(Answer<?> answer) {
        if (answer instanceof Answer.Missing<?> missing && troubles.size() < MOST_TROUBLES) {
            troubles.add(missing.reason());
            publish();
        }
    }

    private void publish() {
        seen = snapshot();
    }

    private CountsSeen.Reference snapshot() {
        return new CountsSeen.Reference(before, opened, cleanup, samples, endsLost, troubles);
    }

    @Override
    public void close() {
        thread.close();
    }
}

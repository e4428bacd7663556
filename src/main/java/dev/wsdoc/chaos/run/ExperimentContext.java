package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Bystander;
import dev.wsdoc.chaos.observe.Bystanders;
import dev.wsdoc.chaos.observe.InterruptedRunException;
import dev.wsdoc.chaos.observe.LogWatch;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.ProcessWatch;
import dev.wsdoc.chaos.observe.Provoker;
import dev.wsdoc.chaos.observe.ServerCloseListener;
import dev.wsdoc.chaos.observe.ServerWatch;
import dev.wsdoc.chaos.observe.VictimRegistry;
import dev.wsdoc.chaos.observe.Waits;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.chaos.plan.Progress;
import dev.wsdoc.swarm.Swarm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of the experiment: what its phases share, and the beat at which everything is looked at while a phase waits.
 * Owned by the experiment's thread.
 */
public final class ExperimentContext {
    private static final long BEAT_NANOS = Duration.ofMillis(250).toNanos();
    private static final long KEEP_ALIVE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(40).toNanos();

    final ChaosPlan plan;
    final TargetPaths venue;
    public final Swarm swarm;
    public final ExperimentClock pace;
    final Progress progress;
    public final ServerWatch server;
    public final @Nullable LogWatch log;
    public final @Nullable ProcessWatch process;
    public final Bystanders bystanders;
    public final VictimRegistry ledger;
    final ServerCloseListener ears = new ServerCloseListener();
    final Observations seen;
    private final long start;
    private Duration limit;
    private Provoker provoker;
    private boolean beating = true;
    private long lastBeat;
    private long lastLook;
    private long lastKeepAlive;

    public ExperimentContext(
            ChaosPlan plan,
            TargetPaths venue,
            Swarm swarm,
            ExperimentClock pace,
            Progress progress,
            ServerWatch server,
            @Nullable LogWatch log,
            @Nullable ProcessWatch process,
            Observations seen) {
        this.plan = plan;
        this.venue = venue;
        this.swarm = swarm;
        this.pace = pace;
        this.progress = progress;
        this.server = server;
        this.log = log;
        this.process = process;
        this.seen = seen;
        this.bystanders = new Bystanders(swarm, venue.echo(), plan.seed());
        this.ledger = new VictimRegistry(pace.wall(), pace.nanos());
        this.provoker = new Provoker(swarm, List.of(), null, plan.seed());
        this.start = pace.nanos();
        this.limit = plan.wholeLimit(plan.limits().pingWait());
    }

    /** Frozen victims may wait so long: with that it is known how long the experiment may take. */
    void allowFor(Duration pingWait) {
        limit = plan.wholeLimit(pingWait);
    }

    Duration limit() {
        return limit;
    }

    public Provoker provoker() {
        return provoker;
    }

    void provokeBy(Provoker other) {
        provoker = other;
    }

    /**
     * Lets the experiment go on until the condition holds or the time is up.
     *
     * @return whether the condition holds
     */
    public boolean until(Duration limit, BooleanSupplier condition) {
        long end = pace.nanos() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (pace.nanos() - end >= 0) {
                return condition.getAsBoolean();
            }
            tick();
            pace.breathe();
        }
        return true;
    }

    /** One look at everything that moves by itself. */
    void tick() {
        if (pace.isInterrupted()) {
            throw new InterruptedRunException("interrupted");
        }
        long now = pace.nanos();
        if (now - start >= limit.toNanos()) {
            throw new InterruptedRunException("the time limit of " + limit.toSeconds() + " s (--timeout) is over");
        }
        if (beating && now - lastBeat >= BEAT_NANOS) {
            lastBeat = now;
            bystanders.beat();
        }
        keepAlive(now);
        readLog(now);
        if (process != null) {
            process.tick(now);
        }
        if (now - lastLook >= LOOK_NANOS) {
            server.readEnds(ledger, pace);
            lastLook = pace.nanos();
        }
    }

    private void keepAlive(long now) {
        String words = plan.profile().keepAlive();
        boolean anybody = !bystanders.members().isEmpty();
        if (words != null && anybody && now - lastKeepAlive >= KEEP_ALIVE_NANOS) {
            lastKeepAlive = now;
            Waits.get(swarm.each(bystanders.members(), member -> member.sendText(words)));
        }
    }

    /** The bystanders speak for the last time, so that what is not answered now can be counted as lost. */
    void lastBeats() {
        beating = false;
        for (int i = 0; i < Bystander.LAST_BEATS; i++) {
            bystanders.beat();
        }
    }

    public void readLog(long now) {
        if (log != null) {
            try {
                log.poll(now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

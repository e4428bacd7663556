package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.bystander.Bystanders;
import dev.wsdoc.chaos.bystander.Provoker;
import dev.wsdoc.chaos.bystander.SilentClient;
import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.Milestones.Goodbyes;
import dev.wsdoc.chaos.observe.ReferenceCountsProbe;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.chaos.victim.EndsBatch;
import dev.wsdoc.chaos.victim.VictimRegistry;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.wire.frame.CloseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What the phases of one experiment share, and how they wait: whatever they wait for, they stop when they are told to, see
 * when the server's process dies, and take what the probes hand over. Owned by the experiment's thread.
 */
final class ExperimentContext {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    final ChaosPlan plan;
    final TargetPaths paths;
    final Swarm swarm;
    final ExperimentClock clock;
    final Probes probes;
    final VictimRegistry victims;
    final Bystanders bystanders;
    final Heartbeat beat;
    final SilentClient silent = new SilentClient();
    private final StopSignal stop;
    private Conversation conversation = Conversation.SILENCE;
    private volatile Provoker provoker; // also read when the experiment is ended from outside

    ExperimentContext(
            ChaosPlan plan,
            TargetPaths paths,
            Swarm swarm,
            ExperimentClock clock,
            Probes probes,
            VictimRegistry victims,
            Bystanders bystanders,
            Heartbeat beat,
            StopSignal stop) {
        this.plan = plan;
        this.paths = paths;
        this.swarm = swarm;
        this.clock = clock;
        this.probes = probes;
        this.victims = victims;
        this.bystanders = bystanders;
        this.beat = beat;
        this.stop = stop;
        this.provoker = Provoker.silent(swarm);
    }

    /** Who says what. */
    Conversation conversation() {
        return conversation;
    }

    void converse(Conversation known) {
        conversation = known;
    }

    Provoker provoker() {
        return provoker;
    }

    void provokeBy(Provoker other) {
        provoker = other;
    }

    /** Bystanders, the provoker, the silent client, and victims; those whose turn has come say nothing any more. */
    List<Member> innocents() {
        List<Member> all = new ArrayList<>(bystanders.members());
        all.addAll(silent.members());
        all.addAll(provoker.members());
        all.addAll(victims.members());
        return all;
    }

    /** What happens from now on happens during this, such as a fault's name. */
    void turnTo(String cause) {
        bystanders.turnTo(cause);
        provoker.turnTo(cause);
        silent.turnTo(cause);
        await(probes.all(probe -> probe.round(cause)));
    }

    /** These close as clients should, and get so much time for it; who is not gone then is still there. */
    Goodbyes sayGoodbye(List<Member> members, Duration within) {
        int said = count(members, Member::isOpen);
        await(swarm.each(members, member -> member.close(CloseCode.NORMAL, "")));
        until(within, () -> count(members, Member::isOpen) == 0);
        return new Goodbyes(said, said - count(members, member -> member.isOpen() && member.closeCode() == 0));
    }

    private int count(List<Member> members, Function<Member, Boolean> which) {
        return Collections.frequency(await(swarm.collect(members, which)), true);
    }

    /** Frozen victims may wait so long: with that it is known how long the experiment may take. */
    void allowFor(Duration pingWait) {
        stop.within(plan.wholeLimit(pingWait));
    }

    /** Whether the experiment may go on for so long. */
    boolean hasTimeFor(Duration more) {
        return stop.hasTimeFor(more);
    }

    /** Whether the server has wsdoc's own status page. */
    boolean isReference() {
        return probes.counts() instanceof ReferenceCountsProbe;
    }

    /**
     * Lets the experiment go on until the condition holds or the time is up.
     *
     * @return whether the condition holds
     */
    boolean until(Duration limit, BooleanSupplier condition) {
        long end = clock.nanos() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (clock.nanos() - end >= 0) {
                return condition.getAsBoolean();
            }
            tick();
            clock.breathe();
        }
        return true;
    }

    /** Lets the experiment go on until the future completes. */
    <T> T await(CompletableFuture<T> future) {
        return await(future, ANSWER_WITHIN);
    }

    /** The same, where it is known how long that may take. */
    <T> T await(CompletableFuture<T> future, Duration limit) {
        if (!until(limit, future::isDone)) {
            throw new StalledException("wsdoc's own sockets did not answer within " + limit.toSeconds() + " s");
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new StalledException("wsdoc's own sockets failed: " + why, why);
        }
    }

    /** One look at what the others have found. */
    private void tick() {
        stop.check();
        if (probes.process() != null && probes.process().obituary() != null) {
            throw new ServerDiedException(String.valueOf(probes.process().obituary()));
        }
        String trouble = swarm.trouble(ANSWER_WITHIN);
        if (trouble != null) {
            throw new StalledException(trouble);
        }
        readEnds();
    }

    private void readEnds() {
        if (probes.counts() instanceof ReferenceCountsProbe counts) {
            for (EndsBatch batch = counts.nextEnds(); batch != null; batch = counts.nextEnds()) {
                victims.enter(batch);
            }
        }
    }

    /**
     * Gives the log time to fall quiet.
     *
     * @param quietFor for so long nothing may stir
     * @param meanwhile what is done all the time
     * @return whether it fell quiet
     */
    boolean untilQuiet(LogProbe log, Duration limit, Duration quietFor, Runnable meanwhile) {
        long start = clock.nanos();
        return until(limit, () -> {
            meanwhile.run();
            return clock.nanos() - Math.max(start, log.lastStirAt()) >= quietFor.toNanos();
        });
    }
}

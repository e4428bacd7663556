package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.bystander.Bystanders;
import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.Milestones.Falling;
import dev.wsdoc.chaos.observe.Milestones.Goodbyes;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Are the dead forgotten, the living well, the log quiet? */
final class RecoverPhase {
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(5);
    private static final Duration QUIET_FOR = Duration.ofMillis(600);
    private static final Duration QUIET_FOR_FOREIGN = Duration.ofSeconds(2);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final Duration PUSHES_WITHIN = Duration.ofSeconds(12);
    private static final Duration SILENT_FOR = Duration.ofSeconds(10);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    private RecoverPhase() {}

    /** Broadcasts go on meanwhile: a server that still sends to the dead keeps talking about it. */
    static Falling waitForQuiet(ExperimentContext context) {
        LogProbe log = context.probes.log();
        if (log == null) {
            return Falling.NOT_WAITED_FOR;
        }
        context.beat.at("waiting for a quiet log", 0, 0);
        Duration quietFor = context.isReference() ? QUIET_FOR : QUIET_FOR_FOREIGN;
        boolean quiet = context.untilQuiet(
                log,
                QUIET_WITHIN.plus(quietFor),
                quietFor,
                () -> context.provoker().insist(context.clock.nanos()));
        return quiet ? Falling.FELL_QUIET : Falling.KEPT_ON;
    }

    /** The bystanders speak for the last time and get the time to be answered; null when there are none. */
    static @Nullable BystandersSeen lastBeats(ExperimentContext context) {
        if (context.bystanders.members().isEmpty()) {
            return null;
        }
        context.beat.lastBeats(Bystanders.LAST_BEATS);
        context.until(ANSWERS_WITHIN, () -> isComplete(look(context).figures()));
        context.until(PUSHES_WITHIN, () -> look(context).delivery().pushes().doubtful() == 0);
        return look(context).atTheEnd(context.beat.latestMs());
    }

    private static BystandersSeen look(ExperimentContext context) {
        return context.await(context.bystanders.look(context.provoker()));
    }

    private static boolean isComplete(BystanderFigures figures) {
        return figures.alive() == figures.opened() && figures.messagesReceived() >= figures.messagesExpected();
    }

    /** Some servers complain long after a death: their log is watched for as long as the plan wants, or the server is known to be late. */
    static void watchOn(ExperimentContext context, boolean isBehind) {
        LogProbe log = context.probes.log();
        Duration given = context.plan.limits().watchAfter();
        if (log == null || (given != null && given.isZero())) {
            return;
        }
        context.beat.at("watching the log", 0, 0);
        long began = context.clock.nanos();
        Long pings =
                context.isReference() ? null : context.silent.pingIntervalMs(); // what follows from its own is known
        Supplier<Duration> time = () -> given == null ? Lateness.watch(log.lateness(), isBehind, pings) : given;
        context.until(
                given == null ? Lateness.AT_MOST : given,
                () -> context.clock.nanos() - began >= time.get().toNanos());
        context.await(log.watchedFor(time.get()));
    }

    /** Some servers end who is silent for some seconds: the silent client waits for that, if there is time. */
    static void waitWithTheSilent(ExperimentContext context) {
        Duration more = SILENT_FOR.minus(context.silent.age(context.clock.nanos()));
        if (!context.isReference() && !more.isNegative() && context.hasTimeFor(more.plus(LEAVE_WITHIN))) {
            context.beat.at("waiting with who is silent", 0, 0);
            context.until(more, () -> context.silent.end() != null);
        }
    }

    /** Everybody who is still there says goodbye. */
    static Goodbyes leave(ExperimentContext context) {
        Bystanders bystanders = context.bystanders;
        List<Member> members = new ArrayList<>(bystanders.members());
        members.addAll(context.provoker().leave());
        members.addAll(context.silent.members());
        return context.sayGoodbye(members, LEAVE_WITHIN);
    }
}

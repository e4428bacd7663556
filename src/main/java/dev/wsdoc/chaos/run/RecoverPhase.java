package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Bystanders;
import dev.wsdoc.chaos.observe.LogWatch;
import dev.wsdoc.chaos.observe.Waits;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Are the dead forgotten, the living well, the log quiet, the doors open? */
public final class RecoverPhase {
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(5);
    private static final Duration QUIET_FOR = Duration.ofMillis(600);
    private static final Duration QUIET_FOR_FOREIGN = Duration.ofSeconds(2);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    private RecoverPhase() {}

    public static void run(ExperimentContext course) throws CannotRunException {
        waitForQuiet(course);
        takeBystanders(course);
        course.progress.at("a fresh connection", 0, 0);
        course.seen.after = ConnectionProbe.attempt(course);
    }

    /** Broadcasts go on meanwhile: a server that still sends to the dead keeps talking about it. */
    private static void waitForQuiet(ExperimentContext course) {
        LogWatch log = course.log;
        if (log == null) {
            return;
        }
        course.progress.at("waiting for a quiet log", 0, 0);
        Duration quietFor = course.server.isPresent() ? QUIET_FOR : QUIET_FOR_FOREIGN;
        long start = course.pace.nanos();
        boolean quiet = course.until(QUIET_WITHIN.plus(quietFor), () -> {
            course.provoker().insist(course.pace.nanos());
            long since = Math.max(start, log.lastStirAt());
            return course.pace.nanos() - since >= quietFor.toNanos();
        });
        course.seen.falling = quiet ? LogWatch.Falling.FELL_QUIET : LogWatch.Falling.KEPT_ON;
    }

    private static void takeBystanders(ExperimentContext course) {
        Bystanders bystanders = course.bystanders;
        if (bystanders.members().isEmpty()) {
            return;
        }
        course.lastBeats();
        course.until(
                ANSWERS_WITHIN,
                () -> isComplete(bystanders.figures(course.provoker().sent())));
        course.seen.bystanders = bystanders.figures(course.provoker().sent());
        course.seen.bystanderEnds = bystanders.ends();
    }

    private static boolean isComplete(BystanderFigures figures) {
        return figures.alive() == figures.opened() && figures.messagesReceived() >= figures.messagesExpected();
    }

    /** Everybody who is still there says goodbye. */
    public static void leave(ExperimentContext course) {
        List<Member> members = new ArrayList<>(course.bystanders.members());
        members.addAll(course.provoker().members());
        Waits.get(course.swarm.each(members, member -> member.close(CloseCode.NORMAL, "")));
        course.until(
                LEAVE_WITHIN,
                () -> Waits.get(course.swarm.collect(members, Member::isOpen)).stream()
                        .noneMatch(open -> open));
    }
}

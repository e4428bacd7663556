package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.ProcessSeen;
import dev.wsdoc.chaos.observe.ProcessWatch;
import dev.wsdoc.chaos.observe.ProcessWatch.ProcessSample;
import dev.wsdoc.chaos.observe.ServerDiedException;
import dev.wsdoc.chaos.observe.Waits;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Measures the server's process before the chaos, in its midst and when all of wsdoc's sockets are closed. */
public final class ProcessPhase {
    private static final Duration LAST_WORDS_WITHIN = Duration.ofMillis(400);

    private ProcessPhase() {}

    public static void before(ExperimentContext course) {
        if (course.process != null) {
            course.seen.process = ProcessSeen.of(course.process.pid()).withBefore(course.process.sample());
        }
    }

    public static void crowded(ExperimentContext course) {
        ProcessSeen seen = course.seen.process;
        if (course.process != null && seen != null && seen.crowded() == null) {
            course.seen.process = seen.withCrowded(course.process.sample());
        }
    }

    /** Closes what is still open, so that nothing excuses the server, and gives it time to let go. */
    public static void after(ExperimentContext course) {
        ProcessWatch process = course.process;
        ProcessSeen seen = course.seen.process;
        if (process == null || seen == null || seen.before() == null) {
            return;
        }
        course.progress.at("measuring the process", 0, 0);
        Waits.get(course.swarm.each(course.ledger.members(), Member::drop));
        course.until(course.plan.limits().detectWithin(), () -> {
            ProcessSample now = process.sample();
            course.seen.process = seen.withAfter(now);
            if (now == null) {
                throw new ServerDiedException(process.obituary());
            }
            return now.isRestoredTo(Objects.requireNonNull(seen.before()));
        });
    }

    /** The process ended: lets the log say its last. */
    public static void died(ExperimentContext course, String how) {
        ProcessSeen seen = course.seen.process == null
                ? ProcessSeen.of(Objects.requireNonNull(course.process).pid())
                : course.seen.process;
        long start = course.pace.nanos();
        while (course.log != null && course.pace.nanos() - start < LAST_WORDS_WITHIN.toNanos()) {
            course.readLog(course.pace.nanos());
            course.pace.breathe();
        }
        List<String> words = course.log == null ? List.of() : course.log.lastWords();
        String round = course.seen.round;
        course.seen.process = seen.died(round.isEmpty() ? how : how + ", during '" + round + "'", words);
    }
}

package dev.wsdoc.chaos;

import dev.wsdoc.chaos.ProcessWatch.ProcessSample;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Measures the server's process before the chaos, in its midst and when all of wsdoc's sockets are closed. */
final class ProcessPhase {
    private static final Duration LAST_WORDS_WITHIN = Duration.ofMillis(400);

    private ProcessPhase() {}

    static void before(Course course) {
        if (course.process != null) {
            course.seen.process = ProcessSeen.of(course.process.pid()).withBefore(course.process.sample());
        }
    }

    static void crowded(Course course) {
        ProcessSeen seen = course.seen.process;
        if (course.process != null && seen != null && seen.crowded() == null) {
            course.seen.process = seen.withCrowded(course.process.sample());
        }
    }

    /** Closes what is still open, so that nothing excuses the server, and gives it time to let go. */
    static void after(Course course) {
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
            return ProcessJudge.isRestored(seen.before(), now);
        });
    }

    /** The process ended: lets the log say its last. */
    static void died(Course course, String how) {
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

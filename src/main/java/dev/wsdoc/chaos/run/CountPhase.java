package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Observations.Opened;
import dev.wsdoc.chaos.observe.Waits;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Asks a foreign server for its counts at the turns of the experiment, and makes it clean up. */
public final class CountPhase {
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(2);

    private CountPhase() {}

    /**
     * Before any connection is made.
     *
     * @throws CannotRunException when the page does not say what it was asked for, with what is there
     */
    public static void first(ExperimentContext course) throws CannotRunException {
        CountSource source = course.plan.evidence().counts();
        if (source == null) {
            return;
        }
        Answer<Counts> answer = source.ask();
        if (answer instanceof Answer.Missing<Counts> missing) {
            throw new CannotRunException(missing.reason());
        }
        course.seen.counts.before = answer instanceof Answer.Given<Counts> given ? given.value() : null;
    }

    /** In the steady state, when the fresh connection is gone from the counts. */
    public static void before(ExperimentContext course) {
        Counts first = course.seen.counts.before;
        if (first != null) {
            Counts settled = settle(course, SETTLES_WITHIN, listed -> listed <= first.listed());
            course.seen.counts.before = settled == null ? first : settled;
        }
    }

    public static void opened(ExperimentContext course) {
        Counts before = course.seen.counts.before;
        Opened opened = course.seen.opened;
        if (before != null && opened != null && course.seen.counts.opened == null) {
            course.seen.counts.opened =
                    settle(course, SETTLES_WITHIN, listed -> listed == before.listed() + opened.open());
        }
    }

    /** When the server had its time to notice. */
    public static void cleanup(ExperimentContext course) {
        CountSource source = course.plan.evidence().counts();
        if (source == null || course.seen.counts.before == null) {
            return;
        }
        course.seen.counts.beforeCleanup = ask(course, source);
        course.seen.counts.cleanup = source.cleanup();
    }

    /** Closes what is still open and gives the server time to take it off its list. */
    public static void after(ExperimentContext course) {
        Counts before = course.seen.counts.before;
        if (before == null || course.seen.counts.beforeCleanup == null) {
            return;
        }
        Waits.get(course.swarm.each(course.ledger.members(), Member::drop));
        course.seen.counts.after =
                settle(course, course.plan.limits().detectWithin(), listed -> listed <= before.listed());
    }

    private static @Nullable Counts settle(ExperimentContext course, Duration limit, LongPredicate expected) {
        CountSource source = course.plan.evidence().counts();
        @Nullable Counts[] newest = {null};
        course.until(limit, () -> {
            Counts now = source == null ? null : ask(course, source);
            newest[0] = now == null ? newest[0] : now;
            return source == null || (now != null && expected.test(now.listed()));
        });
        return newest[0];
    }

    private static @Nullable Counts ask(ExperimentContext course, CountSource source) {
        Answer<Counts> answer = source.ask();
        if (answer instanceof Answer.Missing<Counts> missing) {
            course.seen.counts.trouble = missing.reason();
        }
        return answer instanceof Answer.Given<Counts> given ? given.value() : null;
    }
}

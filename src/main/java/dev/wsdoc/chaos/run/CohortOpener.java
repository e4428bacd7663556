package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Waits;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.Opening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Opens cohorts while the experiment goes on, and keeps count. Owned by the experiment's thread. */
final class CohortOpener {
    private final ExperimentContext course;
    private final List<OpenFailure> failures = new ArrayList<>();
    private int open;

    CohortOpener(ExperimentContext course) {
        this.course = course;
    }

    /** Returns when every member is open or has failed. */
    Opening open(Cohort cohort) throws CannotRunException {
        int before = course.swarm.settled();
        CompletableFuture<Opening> future;
        try {
            future = course.swarm.open(cohort);
        } catch (IOException e) {
            throw new CannotRunException("the host name '" + cohort.target().host() + "' does not resolve");
        }
        course.until(course.limit(), () -> {
            course.progress.at("opening", course.swarm.settled() - before, cohort.size());
            return future.isDone();
        });
        Opening opening = Waits.get(future);
        failures.addAll(opening.failures());
        open += opening.open().size();
        return opening;
    }

    /** Members that are open. */
    int open() {
        return open;
    }

    List<OpenFailure> failures() {
        return failures;
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.Suspects.Party;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.Opening;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Opens cohorts while the experiment goes on, and keeps count. Owned by the experiment's thread. */
final class CohortOpener {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(36_500); // each connect has its own limit

    private final ExperimentContext context;
    private final List<OpenFailure> failures = new ArrayList<>();
    private int open;

    CohortOpener(ExperimentContext context) {
        this.context = context;
    }

    /** Returns when every member is open or has failed. */
    Opening open(Cohort cohort) throws CannotRunException {
        int before = context.swarm.settled();
        CompletableFuture<Opening> future = begin(cohort);
        context.until(AS_LONG_AS_IT_TAKES, () -> {
            context.beat.at("opening", context.swarm.settled() - before, cohort.size());
            return future.isDone();
        });
        Opening opening = context.await(future);
        failures.addAll(opening.failures());
        open += opening.open().size();
        introduce(cohort.name(), opening.open());
        return opening;
    }

    /** So that the log's lines about those who are no victims are put down to no fault. */
    private void introduce(String cohort, List<Member> members) {
        LogProbe log = context.probes.log();
        if (log != null) {
            switch (cohort) {
                case "bystander", "provoker", "silent" -> log.opened(Party.LIVING, members);
                case "fresh", "acquaintance" -> log.opened(Party.OWN, members);
                default -> {} // victims are known by the registry
            }
        }
    }

    private CompletableFuture<Opening> begin(Cohort cohort) throws CannotRunException {
        try {
            return context.swarm.open(cohort);
        } catch (IOException e) {
            throw new CannotRunException("the host name '" + cohort.target().host() + "' does not resolve");
        }
    }

    /** Begins to open one more of those that were open before; returns at once. */
    CompletableFuture<Opening> beginAgain(Cohort cohort) {
        try {
            return begin(cohort).thenApply(opening -> {
                introduce(cohort.name(), opening.open());
                return opening;
            });
        } catch (CannotRunException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Members that are open. */
    int open() {
        return open;
    }

    List<OpenFailure> failures() {
        return failures;
    }
}

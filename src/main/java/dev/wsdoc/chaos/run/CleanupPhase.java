package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Observations.Cleanup;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.ServerStats;

/** Calls the cleanup endpoint and reads the counts around it. */
public final class CleanupPhase {
    private CleanupPhase() {}

    public static void run(ExperimentContext course) {
        if (!course.server.isPresent()) {
            return;
        }
        course.progress.at("cleaning up", 0, 0);
        ServerStats before = course.server.stats();
        Answer<CleanupAnswer> answer = course.server.cleanup();
        ServerStats after = course.server.stats();
        course.server.readEnds(course.ledger, course.pace);
        course.seen.cleanup = new Cleanup(before, answer, after);
    }
}

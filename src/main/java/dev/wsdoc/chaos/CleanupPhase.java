package dev.wsdoc.chaos;

import dev.wsdoc.chaos.Observations.Cleanup;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.ServerStats;

/** Calls the cleanup endpoint and reads the counts around it. */
final class CleanupPhase {
    private CleanupPhase() {}

    static void run(Course course) {
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

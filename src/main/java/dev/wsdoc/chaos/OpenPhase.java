package dev.wsdoc.chaos;

import dev.wsdoc.chaos.Observations.Opened;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.Opening;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Opens the provoker, the bystanders and the victims; the server's count must agree. */
final class OpenPhase {
    private static final Duration COUNT_AGREES_WITHIN = Duration.ofSeconds(2);

    private final Course course;
    private final List<OpenFailure> failures = new ArrayList<>();
    private int open;

    private OpenPhase(Course course) {
        this.course = course;
    }

    static void run(Course course, MemberListener victimEars) throws CannotRunException {
        OpenPhase phase = new OpenPhase(course);
        phase.openProvoker();
        phase.openBystanders();
        phase.openVictims(victimEars);
        phase.compareCounts();
    }

    private void openProvoker() throws CannotRunException {
        String path = course.venue.provoker();
        if (path == null) {
            course.seen.notes.add("nothing made the server send during the chaos; say with --provoke what does");
            return;
        }
        Opening opening = open(Cohort.of("provoker", 1, course.venue.target().withResource(path), MemberListener.NONE));
        course.provokeBy(new Provoker(
                course.swarm,
                opening.open(),
                course.server.isPresent() ? null : course.plan.approach().provoke(),
                course.plan.seed()));
    }

    private void openBystanders() throws CannotRunException {
        if (course.plan.bystanders() > 0) {
            Cohort cohort = Cohort.of("bystander", course.plan.bystanders(), course.venue.target(), course.bystanders)
                    .withResources(course.venue.bystanders());
            course.bystanders.opened(open(cohort).open());
            course.bystanders.beat();
        }
    }

    /** The faults are dealt out at random, so that no cohort is the oldest or the newest in the server's list. */
    private void openVictims(MemberListener ears) throws CannotRunException {
        List<Fault> faults = new ArrayList<>();
        course.plan.victims().forEach((fault, count) -> faults.addAll(Collections.nCopies(count, fault)));
        Collections.shuffle(faults, new Random(course.plan.seed()));
        Cohort cohort =
                Cohort.of("victim", faults.size(), course.venue.target(), ears).withResources(course.venue.victims());
        List<Member> members = open(cohort).open();
        if (members.isEmpty()) {
            throw new CannotRunException("none of " + faults.size() + " victims could be opened on "
                    + course.plan.target() + ": " + failures.get(0).text());
        }
        members.forEach(member -> course.ledger.add(new Victim(faults.get(member.index()), member)));
    }

    private Opening open(Cohort cohort) throws CannotRunException {
        int before = course.swarm.settled();
        CompletableFuture<Opening> future;
        try {
            future = course.swarm.open(cohort);
        } catch (IOException e) {
            throw new CannotRunException("the host name '" + cohort.target().host() + "' does not resolve");
        }
        course.until(course.plan.limits().whole(), () -> {
            course.progress.at("opening", course.swarm.settled() - before, cohort.size());
            return future.isDone();
        });
        Opening opening = Waits.get(future);
        failures.addAll(opening.failures());
        open += opening.open().size();
        return opening;
    }

    private void compareCounts() {
        int asked = open + failures.size();
        ServerStats before = course.seen.steady == null ? null : course.seen.steady.stats();
        ServerStats[] now = {course.server.stats()};
        if (before != null) {
            course.until(COUNT_AGREES_WITHIN, () -> {
                now[0] = course.server.stats();
                return agrees(now[0], before.liveConnections() + open);
            });
        }
        course.seen.opened = new Opened(asked, open, failures, now[0]);
    }

    private static boolean agrees(@Nullable ServerStats stats, int expected) {
        return stats != null && stats.liveConnections() == expected;
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Observations.Opened;
import dev.wsdoc.chaos.observe.Provoker;
import dev.wsdoc.chaos.observe.Victim;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Opens the provoker, the bystanders and the victims that come up front; the server's count must agree. */
public final class OpenPhase {
    private static final Duration COUNT_AGREES_WITHIN = Duration.ofSeconds(2);

    private final ExperimentContext course;
    private final CohortOpener door;
    private int victims;

    private OpenPhase(ExperimentContext course) {
        this.course = course;
        this.door = new CohortOpener(course);
    }

    public static void run(ExperimentContext course) throws CannotRunException {
        OpenPhase phase = new OpenPhase(course);
        phase.openProvoker();
        phase.openBystanders();
        phase.openVictims();
        phase.compareCounts();
    }

    private void openProvoker() throws CannotRunException {
        String path = course.venue.provoker();
        if (path == null) {
            course.seen.notes.add("nothing made the server send during the chaos; say with --provoke what does");
            return;
        }
        Opening opening =
                door.open(Cohort.of("provoker", 1, course.venue.target().withResource(path), MemberListener.NONE));
        course.provokeBy(new Provoker(
                course.swarm,
                opening.open(),
                course.server.isPresent() ? null : course.plan.profile().provoke(),
                course.plan.seed()));
    }

    private void openBystanders() throws CannotRunException {
        if (course.plan.bystanders() > 0) {
            Cohort cohort = Cohort.of("bystander", course.plan.bystanders(), course.venue.target(), course.bystanders)
                    .withResources(course.venue.bystanders());
            course.bystanders.opened(door.open(cohort).open());
            course.bystanders.beat();
        }
    }

    /** The faults are dealt out at random, so that no cohort is the oldest or the newest in the server's list. */
    private void openVictims() throws CannotRunException {
        List<Fault> dealt = new ArrayList<>();
        course.plan.victims().forEach((fault, count) -> {
            if (Round.comesUpFront(fault)) {
                dealt.addAll(Collections.nCopies(count, fault));
            }
        });
        if (dealt.isEmpty()) {
            return;
        }
        Collections.shuffle(dealt, new Random(course.plan.seed()));
        Cohort cohort = Cohort.of("victim", dealt.size(), course.venue.target(), course.ears)
                .withResources(index -> course.venue.victims().apply(dealt.get(index)));
        List<Member> members = door.open(cohort).open();
        if (members.isEmpty()) {
            throw new CannotRunException("none of " + dealt.size() + " victims could be opened on "
                    + course.plan.target() + ": " + door.failures().get(0).text());
        }
        members.forEach(member -> course.ledger.add(new Victim(dealt.get(member.index()), member)));
        victims = members.size();
    }

    private void compareCounts() {
        int open = door.open();
        int asked = open + door.failures().size();
        ServerStats before = course.seen.steady == null ? null : course.seen.steady.stats();
        ServerStats[] now = {course.server.stats()};
        if (before != null) {
            course.until(COUNT_AGREES_WITHIN, () -> {
                now[0] = course.server.stats();
                return agrees(now[0], before.liveConnections() + open);
            });
        }
        course.seen.opened = new Opened(asked, open, victims, door.failures(), now[0]);
    }

    private static boolean agrees(@Nullable ServerStats stats, int expected) {
        return stats != null && stats.liveConnections() == expected;
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.bystander.Innocents;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.chaos.victim.ServerCloseListener;
import dev.wsdoc.chaos.victim.Victim;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The control: for a while nothing is done to anybody. Who is ended meanwhile is ended by the server's own manners, and no fault is to
 * blame; others come in their place.
 */
final class ControlPhase {
    private static final Duration WATCHED_FOR = Duration.ofSeconds(1);
    private static final Duration MORE_THAN_IDLE = Duration.ofMillis(500);
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final int PUSHES = 3; // so many show that a server sends by itself

    private ControlPhase() {}

    /**
     * Watches.
     *
     * @param known what is known of the server
     */
    static Innocents run(ExperimentContext context, Recorder recorder, OpenPhase opening, Anamnesis known)
            throws CannotRunException {
        context.beat.at("watching undisturbed", 0, 0);
        ServerCloseListener closes = context.probes.sockets().closes();
        int clients = context.victims.members().size();
        Duration watched = duration(known.idleMs(), known.pushMs());
        context.bystanders.areUndisturbed();
        context.provoker().hurry(context.clock.nanos()); // one message, while all are well
        context.until(watched, () -> false);
        if (context.await(context.bystanders.areHeardByHalf())) {
            context.bystanders.listenFor(null);
            recorder.note(
                    "what one client says reaches some of the others and not all, so that losses are not counted");
        }
        Set<Member> ended =
                context.victims.members().stream().filter(closes::sawEnd).collect(Collectors.toSet());
        List<Victim> gone = context.victims.removeEnded(ended);
        List<InnocentEnd> ends =
                gone.stream().map(victim -> victim.outcome().innocentEnd("")).toList();
        if (!gone.isEmpty() && opening.replace(gone) < gone.size()) {
            recorder.note("not all victims that ended before their turn could be replaced");
        }
        return new Innocents(watched, clients, ends, null, 0, null).with(context.silent);
    }

    private static Duration duration(@Nullable Long idleMs, @Nullable Long pushMs) {
        Duration untilIdle =
                idleMs == null ? Duration.ZERO : Duration.ofMillis(idleMs).plus(MORE_THAN_IDLE);
        Duration pushes = pushMs == null ? Duration.ZERO : Duration.ofMillis((PUSHES + 1) * pushMs);
        Duration enough = Stream.of(WATCHED_FOR, untilIdle, pushes)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return enough.compareTo(AT_MOST) < 0 ? enough : AT_MOST;
    }
}

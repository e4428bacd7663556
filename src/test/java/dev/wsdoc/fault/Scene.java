package dev.wsdoc.fault;

import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.ConnectMode;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Victims of a fault before a server, and what their sockets see. */
final class Scene implements AutoCloseable {
    private static final int SECONDS = 10;

    private final Swarm swarm;
    private final CompletableFuture<Opening> opening;

    private final Fault fault;

    private Scene(Target target, int victims, Fault fault) throws Exception {
        this.fault = fault;
        swarm = Swarm.start(SwarmOptions.withSeed(7));
        ConnectMode mode = new ConnectMode(
                fault.card().entrance() == Entrance.UPGRADED, fault.card().receiveBuffer());
        opening = swarm.open(
                Cohort.of("victim", victims, target, MemberListener.NONE).arriving(mode));
    }

    /** Victims on their way to the target; a blocking server accepts them in the meantime. */
    static Scene of(String fault, Target target, int victims) throws Exception {
        return new Scene(target, victims, Fault.named(fault));
    }

    void inflict() throws Exception {
        swarm.each(victims(), fault::inflict).get(SECONDS, TimeUnit.SECONDS);
    }

    void revisit() throws Exception {
        swarm.each(victims(), fault::revisit).get(SECONDS, TimeUnit.SECONDS);
    }

    private List<Member> victims() throws Exception {
        return opening.get(SECONDS, TimeUnit.SECONDS).open();
    }

    /** What each sees now. */
    List<SocketObservation> sights() throws Exception {
        return swarm.collect(victims(), SocketObservation::of).get(SECONDS, TimeUnit.SECONDS);
    }

    /** What each saw when all were ended. */
    List<SocketObservation> sightsAtTheEnd() {
        return Awaitility.await()
                .until(this::sights, seen -> !seen.isEmpty() && seen.stream().allMatch(SocketObservation::isEnded));
    }

    /** Has each victim of the fault say something proper. */
    void say(String text) throws Exception {
        swarm.each(victims(), member -> member.sendText(text)).get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        swarm.close();
    }
}

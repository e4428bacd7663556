package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.chaos.victim.ServerCloseListener;
import dev.wsdoc.chaos.victim.Victim;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.chaos.victim.VictimRegistry;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.SocketPair;
import dev.wsdoc.swarm.Swarm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the victims' own sockets saw, and what the kernel knows of those that read nothing. Waits for nobody. */
public final class SocketsProbe implements Probe<List<VictimOutcome>> {
    private final Swarm swarm;
    private final VictimRegistry victims;
    private final ServerCloseListener closes = new ServerCloseListener();
    private final GivenUpWatch watch;
    private volatile List<VictimOutcome> seen = List.of();

    public SocketsProbe(Swarm swarm, VictimRegistry victims, ExperimentClock clock) {
        this.swarm = swarm;
        this.victims = victims;
        this.watch = new GivenUpWatch(clock);
    }

    /** Watches these victims, which read nothing, until {@link #watchNobody}; completes when all are. */
    public CompletableFuture<?> watch(List<Victim> these) {
        Map<Member, Victim> byMember = these.stream().collect(Collectors.toMap(Victim::member, Function.identity()));
        return swarm.each(byMember.keySet(), member -> {
            SocketPair pair = member.pair();
            Victim victim = byMember.get(member);
            if (pair != null && victim != null) {
                watch.watch(pair, victim);
            }
        });
    }

    /** Whatever happens to their sockets from now on may be wsdoc's own doing. */
    public void watchNobody() {
        watch.forgetAll();
    }

    /** To be told of whatever happens to victims. */
    public ServerCloseListener closes() {
        return closes;
    }

    /** Asks every victim's socket: when the server had its time, and before wsdoc closes what is left. */
    public CompletableFuture<?> look() {
        return swarm.collect(victims.members(), victims::outcome).thenAccept(outcomes -> seen = List.copyOf(outcomes));
    }

    @Override
    public List<VictimOutcome> seen() {
        return seen;
    }

    @Override
    public void close() {
        watch.close();
    }
}

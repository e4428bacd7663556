package dev.wsdoc.chaos.observe;

import dev.wsdoc.swarm.Swarm;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the victims' own sockets saw. Asked on their loops; waits for nobody. */
public final class SocketsProbe implements Probe<List<VictimOutcome>> {
    private final Swarm swarm;
    private final VictimRegistry victims;
    private final ServerCloseListener closes = new ServerCloseListener();
    private volatile List<VictimOutcome> seen = List.of();

    public SocketsProbe(Swarm swarm, VictimRegistry victims) {
        this.swarm = swarm;
        this.victims = victims;
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
    public void close() {}
}

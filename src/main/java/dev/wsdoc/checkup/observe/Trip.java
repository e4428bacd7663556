package dev.wsdoc.checkup.observe;

import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.checkup.plan.Depth;
import dev.wsdoc.checkup.plan.Patience;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.ConnectMode;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import dev.wsdoc.wire.WireLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The way to one address and back, any number of times: a loop of its own for one connection after the other. */
final class Trip implements AutoCloseable {
    private static final int STEPS_OF_A_VISIT = 6; // connect, hello, pong, echo, close, end: each with its patience

    private final CheckupPlan plan;
    private final InetAddress address;
    private final Swarm swarm;

    private Trip(CheckupPlan plan, InetAddress address, Swarm swarm) {
        this.plan = plan;
        this.address = address;
        this.swarm = swarm;
    }

    /** @param profile how it comes; where to is this trip's business */
    static Trip to(InetAddress address, CheckupPlan plan, ClientProfile profile) throws IOException {
        SwarmOptions options = new SwarmOptions(
                1,
                1,
                plan.patience(),
                plan.seed(),
                WireLimits.DEFAULT,
                profile.withRoutes(plan.profileTo(address).routes()));
        return new Trip(plan, address, Swarm.start(options));
    }

    /** Begins a visit. */
    Visitor begin(Depth depth) throws IOException {
        Visitor visitor = new Visitor(address, depth, plan.patience());
        CompletableFuture<Void> unused = swarm.open(Cohort.of("check", 1, plan.target(), visitor))
                .thenAccept(opening -> swarm.tell(opening.open(), visitor::begin)); // failures are told to the visitor
        return visitor;
    }

    /** One visit, or as much of it as there was time for. */
    Visit make(Depth depth, Patience patience) throws IOException {
        return finish(begin(depth), patience);
    }

    Visit finish(Visitor visitor, Patience patience) {
        Visit whole = patience.await(visitor.whole(), longest());
        return whole == null ? visitor.seen() : whole;
    }

    private Duration longest() {
        return plan.patience().multipliedBy(STEPS_OF_A_VISIT);
    }

    /** Opens one that is held until this trip is over. */
    void hold(Holder holder) throws IOException {
        CompletableFuture<Void> unused = swarm.open(Cohort.of("hold", 1, plan.target(), holder))
                .thenAccept(opening -> swarm.tell(opening.open(), holder::begin)); // failures are told to the holder
    }

    /** Only TCP and TLS, nothing is said above them. */
    Visit knock(Patience patience) throws IOException {
        Visitor visitor = new Visitor(address, Depth.CONNECT, plan.patience());
        CompletableFuture<Opening> opening =
                swarm.open(Cohort.of("knock", 1, plan.target(), visitor).arriving(ConnectMode.CONNECTED));
        Opening opened = patience.await(opening, longest());
        if (opened != null) {
            swarm.tell(opened.open(), Member::drop);
        }
        return visitor.seen();
    }

    @Override
    public void close() {
        swarm.close();
    }
}

package dev.wsdoc.swarm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Opens one loop's share of a cohort with a bounded number of connects in flight. Owned by the loop's thread, except
 * for {@link #result}.
 */
final class Opener {
    private static final Duration LATENESS_CHECK = Duration.ofMillis(100);

    private final Cohort cohort;
    private final SwarmLoop loop;
    private final SwarmOptions options;
    private final InetSocketAddress address;
    private final Transport.Maker transport;
    private final int stride;
    private final AtomicInteger progress;
    private final CompletableFuture<Opening> result;
    private final Set<Member> inFlight = new LinkedHashSet<>();
    private final List<Member> open = new ArrayList<>();
    private final List<OpenFailure> failures = new ArrayList<>();
    private @Nullable PreparedUpgrade upgrade;
    private int next;
    private boolean filling;

    /** @param first index of the first member; the others follow at {@code stride} */
    Opener(
            Cohort cohort,
            SwarmLoop loop,
            SwarmOptions options,
            InetSocketAddress address,
            int first,
            int stride,
            AtomicInteger progress) {
        this.cohort = cohort;
        this.loop = loop;
        this.options = options;
        this.address = address;
        this.transport = options.profile().transport(cohort.target());
        this.next = first;
        this.stride = stride;
        this.progress = progress;
        this.result = loop.events.promise();
    }

    CompletableFuture<Opening> result() {
        return result;
    }

    /** Begins, on the loop's thread; from any. Where the loop has ended, the result says so. */
    void start() {
        try {
            loop.events.execute(this::begin);
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(e);
        }
    }

    private void begin() {
        fill();
        loop.events.schedule(LATENESS_CHECK, this::giveUpLateOnes);
    }

    /** Members that connect at once call back from within; the flag keeps that from recursing. What fails here is our bug. */
    private void fill() {
        if (filling) {
            return;
        }
        filling = true;
        try {
            connectMore();
        } catch (Throwable t) {
            result.completeExceptionally(t);
        }
        filling = false;
        if (inFlight.isEmpty() && next >= cohort.size()) {
            result.complete(new Opening(open, failures));
        }
    }

    private void connectMore() {
        while (inFlight.size() < options.window() && next < cohort.size() && !result.isDone()) {
            Member member = create(next);
            next += stride;
            inFlight.add(member);
            member.socket.connect(member);
        }
    }

    private Member create(int index) {
        long deadline = loop.events.now() + options.connectTimeout().toNanos();
        Connecting connecting = new Connecting(
                upgrade(cohort.resource().apply(index)), cohort.mode().upgrades(), this, deadline);
        MemberSocket socket =
                new MemberSocket(address, source(index), cohort.mode().receiveBuffer(), transport);
        return new Member(index, loop, socket, cohort.listener(), connecting);
    }

    /** Cohorts with one resource for all prepare their request once. */
    private PreparedUpgrade upgrade(String resource) {
        if (upgrade == null || !resource.equals(upgrade.resource())) {
            upgrade = PreparedUpgrade.to(cohort.target(), resource, options.profile());
        }
        return upgrade;
    }

    private @Nullable InetSocketAddress source(int index) {
        List<InetAddress> sources = options.profile().sources();
        return sources.isEmpty() ? null : new InetSocketAddress(sources.get(index % sources.size()), 0);
    }

    void succeeded(Member member) {
        Hello hello = cohort.mode().upgrades() ? options.profile().hello() : Hello.NONE;
        if (hello.isEmpty()) {
            greeted(member);
            return;
        }
        long deadline = loop.events.now() + options.connectTimeout().toNanos();
        Greeting greeting = new Greeting(member, hello, deadline, () -> greeted(member));
        member.greets(greeting);
        loop.memberEvents.guard(member, greeting::goOn);
    }

    private void greeted(Member member) {
        open.add(member);
        settled(member);
    }

    void failed(Member member, OpenFailure failure) {
        failures.add(failure);
        settled(member);
    }

    private void settled(Member member) {
        inFlight.remove(member);
        progress.incrementAndGet();
        fill();
    }

    private void giveUpLateOnes() {
        if (result.isDone()) {
            return;
        }
        long now = loop.events.now();
        for (Member member : List.copyOf(inFlight)) {
            Greeting greeting = member.greeting();
            if (greeting == null) {
                loop.memberEvents.checkTime(member, now);
            } else if (member.hasEnded()) {
                failed(member, new OpenFailure(OpenFailure.Kind.REFUSED, "ended while it said hello", null));
            } else if (greeting.isLate(now)) {
                member.drop();
                failed(member, new OpenFailure(OpenFailure.Kind.TIMEOUT, greeting.lacking(), null));
            }
        }
        loop.events.schedule(LATENESS_CHECK, this::giveUpLateOnes);
    }
}

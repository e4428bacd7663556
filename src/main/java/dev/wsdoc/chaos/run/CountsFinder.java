package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.CountSource;
import dev.wsdoc.evidence.NumbersPage;
import dev.wsdoc.evidence.PageNumbers;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import dev.wsdoc.wire.frame.CloseCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number on a page that counts connections: opens some, and sees which one moves by as many and falls back when
 * they say goodbye. In a swarm of its own, before the experiment has one; takes about 3 s at the most. On the
 * experiment's thread.
 */
final class CountsFinder implements MemberListener {
    private static final int FIRST = 3;
    private static final int SECOND = 5;
    private static final Duration WHOLE = Duration.ofSeconds(3);
    private static final Duration SHOWN_WITHIN = Duration.ofMillis(700); // pages may be made anew only now and then
    private static final Duration GONE_WITHIN = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(40);
    private static final Duration SHORTEST_ANSWER = Duration.ofMillis(100);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);

    private final ChaosPlan plan;
    private final SwarmOptions options;
    private final ExperimentClock clock;
    private final StopSignal stop;
    private final AtomicInteger gone = new AtomicInteger();
    private long end;

    /**
     * What was found.
     *
     * @param counts null when nothing was
     * @param note what there is to say of it, in one line
     */
    record Found(@Nullable CountSource counts, String note) {}

    CountsFinder(ChaosPlan plan, SwarmOptions options, ExperimentClock clock, StopSignal stop) {
        this.plan = plan;
        this.options = options;
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Reads a page for the first time.
     *
     * @throws IOException when there is no such page; the message begins with its URL
     */
    PageNumbers read(NumbersPage page) throws IOException {
        return page.read(ANSWER_WITHIN);
    }

    /** Finds it; what goes wrong is said in the note. */
    Found find(NumbersPage page, PageNumbers before) {
        end = clock.nanos() + WHOLE.toNanos();
        try (Swarm swarm = Swarm.start(options)) {
            Set<String> moved = moved(swarm, page, before);
            return moved.isEmpty() ? nothing(page) : judge(page, await(page, before, 0, moved), moved);
        } catch (IOException | CompletionException e) {
            return new Found(null, "where connections are counted could not be found out: " + e.getMessage());
        }
    }

    /** The numbers that rise with the connections; these are gone when it returns. */
    private Set<String> moved(Swarm swarm, NumbersPage page, PageNumbers before) throws IOException {
        List<Member> members = new ArrayList<>();
        try {
            open(swarm, FIRST, members);
            Set<String> moved =
                    await(page, before, FIRST, before.byPlace().keySet()).places();
            if (!moved.isEmpty()) {
                open(swarm, SECOND, members);
                moved = await(page, before, FIRST + SECOND, moved).places();
            }
            return moved;
        } finally {
            leave(swarm, members);
        }
    }

    private void open(Swarm swarm, int more, List<Member> members) throws IOException {
        CompletableFuture<Opening> opening = swarm.open(Cohort.of("counted", more, plan.target(), this));
        if (!until(WHOLE, opening::isDone)) {
            throw new IOException(plan.target() + " did not take " + more + " more connections in time");
        }
        members.addAll(opening.join().open());
        if (!opening.join().failures().isEmpty()) {
            throw new IOException("not all of " + more + " more connections could be opened: "
                    + opening.join().failures().get(0).text());
        }
    }

    private record Moved(Set<String> places, PageNumbers now) {}

    /** Looks at the page until some of these numbers are by so much greater than before. */
    private Moved await(NumbersPage page, PageNumbers before, int difference, Set<String> among) throws IOException {
        long limit = clock.nanos() + SHOWN_WITHIN.toNanos();
        Moved moved = look(page, before, difference, among);
        while (moved.places().isEmpty() && clock.nanos() - limit < 0 && mayGoOn()) {
            until(LOOK, () -> false);
            moved = look(page, before, difference, among);
        }
        return moved;
    }

    private Moved look(NumbersPage page, PageNumbers before, int difference, Set<String> among) throws IOException {
        Duration left = Duration.ofNanos(Math.max(SHORTEST_ANSWER.toNanos(), end - clock.nanos()));
        PageNumbers now = page.read(left.compareTo(ANSWER_WITHIN) < 0 ? left : ANSWER_WITHIN);
        return new Moved(now.movedBy(difference, before, among), now);
    }

    private void leave(Swarm swarm, List<Member> members) {
        swarm.tell(members, member -> member.close(CloseCode.NORMAL, ""));
        until(GONE_WITHIN, () -> gone.get() >= members.size());
    }

    @Override
    public void ended(Member member) {
        gone.incrementAndGet();
    }

    private Found nothing(NumbersPage page) {
        return new Found(
                null,
                "no number at " + page.url() + " moved with " + FIRST + " and then " + SECOND
                        + " new connections: counts are not checked; name the right one with " + page.option());
    }

    private Found judge(NumbersPage page, Moved fallen, Set<String> moved) {
        String place = fallen.now().likeliest(fallen.places()).orElse("");
        if (fallen.places().isEmpty()) {
            String risen = fallen.now().likeliest(moved).orElse("");
            return new Found(
                    null,
                    page.url() + " " + risen + " moved with " + FIRST + " and then " + SECOND
                            + " new connections, but did not fall back when they were closed: counts are not checked; "
                            + page.option() + " '" + risen + "' takes it all the same");
        }
        return new Found(
                page.at(place),
                "connections counted at " + page.url() + " " + place + ", found by opening " + FIRST + " and "
                        + SECOND);
    }

    private boolean mayGoOn() {
        return stop.reason() == null && clock.nanos() - end < 0;
    }

    /** Waits within what is left of the whole time. */
    private boolean until(Duration limit, BooleanSupplier condition) {
        long over = clock.nanos() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (clock.nanos() - over >= 0 || !mayGoOn()) {
                return condition.getAsBoolean();
            }
            clock.breathe();
        }
        return true;
    }
}

package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.wire.frame.Violation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the server send to everybody while dead connections are still listed: most noise appears only then. Broadcasts
 * come quickly at first and seldom later, so that a long wait for pongs does not flood the log. It is a healthy connection as any
 * bystander: when the server ends it, that is kept, and it comes again. Told what to do by the experiment's thread, its ends by its loop.
 */
public final class Provoker implements MemberListener {
    /** More broadcasts than any run sends. */
    public static final int MOST = 100_000;

    private static final int QUICK_ONES = 5;
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(120);
    private static final long SELDOM_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST_RETURNS = 50;

    private final Swarm swarm;
    private final @Nullable Speech speech;
    private final @Nullable Function<MemberListener, CompletableFuture<Opening>> opener;
    private final List<InnocentEnd> ends = new ArrayList<>(); // guarded by this
    private final BitSet unheard = new BitSet(); // said to a server that ended its speaker; guarded by this
    private @Nullable CompletableFuture<Opening> arrival;
    private volatile List<Member> present = List.of();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile int firstOfThis;
    private volatile String during = "";
    private volatile @Nullable String badTextDuring;
    private String violation = ""; // of the present one; guarded by this
    private int returns;
    private int sentSinceHurry;
    private long lastAt;

    private Provoker(
            Swarm swarm,
            @Nullable Speech speech,
            @Nullable Function<MemberListener, CompletableFuture<Opening>> opener) {
        this.swarm = swarm;
        this.speech = speech;
        this.opener = opener;
    }

    /** One that has nothing to say. */
    public static Provoker silent(Swarm swarm) {
        return new Provoker(swarm, null, null);
    }

    /**
     * One that speaks.
     *
     * @param speech what it says, with {@code {n}} for a number
     * @param opener connects it, with the listener that it is given
     */
    public static Provoker speaking(
            Swarm swarm, Speech speech, Function<MemberListener, CompletableFuture<Opening>> opener) {
        return new Provoker(swarm, speech, opener);
    }

    /** What wsdoc's own broadcasts of a run say. */
    public static String words(long run) {
        return "wsdoc provoke " + run + " " + Mark.NUMBER;
    }

    /** It is connected; before, it says nothing. */
    public void arrived(List<Member> members) {
        present = List.copyOf(members);
        firstOfThis = sent.get();
    }

    /** What happens from now on happens during this, such as a fault's name. */
    public void turnTo(String cause) {
        during = cause;
    }

    /** What somebody else said, passed on as it was: noted, and no reason to leave. */
    @Override
    public boolean goesOnAfterBadText(Member member) {
        badTextDuring = during;
        return true;
    }

    @Override
    public synchronized void violation(Member member, Violation broken) {
        violation = broken.words();
    }

    @Override
    public void ended(Member member) {
        if (member.afflictedAt() != 0) {
            return; // it said goodbye
        }
        InnocentEnd end = InnocentEnd.of(SocketObservation.of(member), member.openedAt(), member.endedAt(), during);
        synchronized (this) {
            ends.add(end.violating(violation).after(sent.get() - firstOfThis));
            violation = "";
            unheard.set(firstOfThis, Math.max(firstOfThis, sent.get()));
        }
        present = List.of();
    }

    /** Broadcasts at once, and quickly again afterwards. */
    public void hurry(long now) {
        sentSinceHurry = 0;
        broadcast(now);
    }

    /** Broadcasts when it is time to: quickly at first, seldom later. */
    public void tick(long now) {
        broadcastAfter(sentSinceHurry < QUICK_ONES ? QUICK_NANOS : SELDOM_NANOS, now);
    }

    /** Broadcasts quickly for as long as it is called. */
    public void insist(long now) {
        broadcastAfter(QUICK_NANOS, now);
    }

    private void broadcastAfter(long interval, long now) {
        if (now - lastAt >= interval) {
            broadcast(now);
        }
    }

    private void broadcast(long now) {
        lastAt = now;
        if (speech == null || sent.get() >= MOST) {
            return;
        }
        List<Member> members = present;
        if (members.isEmpty()) {
            comeAgain();
            return;
        }
        String message = speech.say(sent.getAndIncrement());
        sentSinceHurry++;
        swarm.tell(members, member -> member.sendText(message));
    }

    private void comeAgain() {
        CompletableFuture<Opening> onItsWay = arrival;
        if (onItsWay != null && !onItsWay.isDone()) {
            return;
        }
        if (onItsWay != null && !onItsWay.isCompletedExceptionally()) {
            arrived(onItsWay.join().open());
            arrival = null;
        } else if (opener != null && returns < MOST_RETURNS) {
            returns++;
            arrival = opener.apply(this);
        }
    }

    /** Whether it has anything to say. */
    public boolean speaks() {
        return speech != null;
    }

    /** How many broadcasts were sent so far. */
    public int sent() {
        return sent.get();
    }

    /** By what bystanders know its words; null when they cannot. */
    public @Nullable Mark mark() {
        return speech == null ? null : speech.mark();
    }

    /** Broadcasts after which the server ended their speaker: they may have reached nobody. */
    public synchronized BitSet unheard() {
        return (BitSet) unheard.clone();
    }

    /** What was going on when the server sent it a text that is no UTF-8; null when it sent none. */
    public @Nullable String badTextDuring() {
        return badTextDuring;
    }

    /** How the server ended it, each time. */
    public synchronized List<InnocentEnd> ends() {
        return List.copyOf(ends);
    }

    public List<Member> members() {
        return present;
    }
}

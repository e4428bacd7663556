package dev.wsdoc.chaos.bystander;

import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    private static final int LONGEST_REBUKE = 400; // bytes

    private final Swarm swarm;
    private final @Nullable Speech speech;
    private final @Nullable Function<MemberListener, CompletableFuture<Opening>> opener;
    private final List<InnocentEnd> ends = new ArrayList<>(); // guarded by this
    private final BitSet unheard = new BitSet(); // said to a server that ended its speaker; guarded by this
    private final Set<Member> gone = new HashSet<>(); // guarded by this
    private @Nullable CompletableFuture<?> arrival;
    private List<Member> present = List.of(); // guarded by this
    private int sent; // guarded by this
    private int firstOfThis; // guarded by this
    private boolean isLeaving; // guarded by this
    private volatile boolean isCalmer;
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

    /** It is connected; before, it says nothing. Who has ended meanwhile, or comes when all is over, is not kept. */
    public void arrived(List<Member> members) {
        List<Member> late = List.of();
        synchronized (this) {
            if (isLeaving) {
                late = List.copyOf(members);
            } else {
                present = members.stream()
                        .filter(member -> !gone.contains(member))
                        .toList();
                firstOfThis = sent;
            }
        }
        swarm.tell(late, Member::drop);
    }

    /** It comes no more; returns who is there, to say goodbye. */
    public synchronized List<Member> leave() {
        isLeaving = true;
        return present;
    }

    /** What happens from now on happens during this, such as a fault's name. */
    public void turnTo(String cause) {
        during = cause;
    }

    /** A server with a limit on messages may say so instead of hanging up: then it passes nothing on, which is no loss. */
    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        if (opcode != Opcode.TEXT || payload.remaining() > LONGEST_REBUKE) {
            return;
        }
        String text = StandardCharsets.UTF_8.decode(payload.slice()).toString();
        if (InnocentEnd.isToldOff(text) && (speech == null || !isOwn(speech, text))) {
            isCalmer = true;
            synchronized (this) {
                unheard.set(firstOfThis, sent);
            }
        }
    }

    private static boolean isOwn(Speech speech, String text) {
        Mark mark = speech.mark();
        return mark == null ? text.contains(speech.template()) : mark.numberIn(text) >= 0;
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
        InnocentEnd end = InnocentEnd.of(member, during);
        synchronized (this) {
            gone.add(member);
            present = List.of();
            unheard.set(firstOfThis, sent);
            if (end.isForSayingTooMuch()) {
                isCalmer = true; // it has a limit, which is no disease
            } else {
                ends.add(end.violating(violation).after(sent - firstOfThis));
            }
            violation = "";
        }
    }

    /** Broadcasts at once, and quickly again afterwards. */
    public void hurry(long now) {
        sentSinceHurry = 0;
        broadcast(now);
    }

    /** Broadcasts when it is time to: quickly at first, seldom later. */
    public void tick(long now) {
        broadcastAfter(sentSinceHurry < QUICK_ONES && !isCalmer ? QUICK_NANOS : SELDOM_NANOS, now);
    }

    /** Broadcasts quickly for as long as it is called. */
    public void insist(long now) {
        broadcastAfter(isCalmer ? SELDOM_NANOS : QUICK_NANOS, now);
    }

    private void broadcastAfter(long interval, long now) {
        if (now - lastAt >= interval) {
            broadcast(now);
        }
    }

    private void broadcast(long now) {
        lastAt = now;
        if (speech == null || sent() >= MOST) {
            return;
        }
        List<Member> members;
        int number;
        synchronized (this) {
            members = present;
            number = sent;
            sent += members.isEmpty() ? 0 : 1;
        }
        if (members.isEmpty()) {
            comeAgain();
        } else {
            sentSinceHurry++;
            swarm.tell(members, member -> member.sendText(speech.say(number)));
        }
    }

    private void comeAgain() {
        if (opener != null && returns < MOST_RETURNS && (arrival == null || arrival.isDone())) {
            returns++;
            arrival = opener.apply(this).thenAccept(opening -> arrived(opening.open()));
        }
    }

    /** Whether it has anything to say. */
    public boolean speaks() {
        return speech != null;
    }

    /** How many broadcasts were sent so far. */
    public synchronized int sent() {
        return sent;
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

    public synchronized List<Member> members() {
        return present;
    }
}

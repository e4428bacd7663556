package dev.wsdoc.chaos.observe;

import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.Swarm;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the server send to everybody while dead connections are still listed: most noise appears only then. Broadcasts
 * come quickly at first and seldom later, so that a long wait for pongs does not flood the log. Experiment's thread only.
 */
public final class Provoker {
    /** More broadcasts than any run sends. */
    public static final int MOST = 100_000;

    private static final int QUICK_ONES = 5;
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(120);
    private static final long SELDOM_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Swarm swarm;
    private final List<Member> admin;
    private final String words;
    private final boolean isKnown;
    private final AtomicInteger sent = new AtomicInteger(); // also read when the experiment is ended from outside
    private int sentSinceHurry;
    private long lastAt;

    /**
     * @param admin the connection whose messages are broadcast; empty when the server offers none
     * @param words what it says, with {@code {n}} for a number; null for wsdoc's own words, which bystanders know
     * @param run a number that no other run on the same server has
     */
    public Provoker(Swarm swarm, List<Member> admin, @Nullable String words, long run) {
        this.isKnown = words == null;
        this.words = words == null ? word(run) + "{n}" : words;
        this.swarm = swarm;
        this.admin = List.copyOf(admin);
    }

    /** What wsdoc's own broadcasts of a run begin with. */
    public static String word(long run) {
        return "wsdoc provoke " + run + " ";
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
        if (!canProvoke() || sent.get() >= MOST) {
            return;
        }
        String message = words.replace("{n}", String.valueOf(sent.getAndIncrement()));
        sentSinceHurry++;
        swarm.tell(admin, member -> member.sendText(message));
    }

    boolean canProvoke() {
        return !admin.isEmpty();
    }

    /** Broadcasts that every bystander is to hear; none when only the server knows what it makes of the words. */
    public int sent() {
        return isKnown ? sent.get() : 0;
    }

    public List<Member> members() {
        return admin;
    }
}

package dev.wsdoc.chaos.bystander;

import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.bystander.BystandersSeen.BadText;
import dev.wsdoc.chaos.bystander.BystandersSeen.Waits;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.report.Quantiles;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * All healthy sockets. Called by the threads of the experiment and of its beat, and as their listener by their loops; what it asks of them runs
 * on their loops.
 */
public final class Bystanders implements MemberListener {
    /** Of so many last beats one must be answered. */
    public static final int LAST_BEATS = Bystander.LAST_BEATS;

    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Swarm swarm;
    private final long run;
    private final Map<Member, Bystander> byMember = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();
    private final Histogram undisturbed = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final Histogram disturbed = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final Queue<InnocentEnd> ends = new ConcurrentLinkedQueue<>();
    private final Set<Member> turnedAway = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Speech speech;
    private volatile int messageEvery = 1;
    private volatile @Nullable Mark broadcast;
    private volatile Histogram latencies = undisturbed;
    private volatile Disturbance disturbance = Disturbance.OPENING;
    private volatile String during = "";
    private volatile String badTextDuring = "";
    private volatile List<Member> members = List.of();

    /** @param run a number that no other run on the same server has, so that they do not hear each other */
    public Bystanders(Swarm swarm, long run) {
        this.run = run;
        this.swarm = swarm;
    }

    /**
     * They say numbered messages in this speech, which the server sends back; before they are opened.
     *
     * @param every how many beats there are to a message, 1 or more; at the others they ping
     */
    public void speak(@Nullable Speech other, int every) {
        speech = other;
        messageEvery = every;
    }

    /** They listen for broadcasts that carry this mark; before they are opened. */
    public void listenFor(@Nullable Mark mark) {
        broadcast = mark;
    }

    /** What happens from now on happens during this, such as a fault's name: they are disturbed. */
    public void turnTo(String cause) {
        during = cause;
        latencies = disturbed;
        disturbance = Disturbance.CHAOS;
    }

    /** They are all there, and nothing is done to anybody until {@link #turnTo}. */
    public void areUndisturbed() {
        disturbance = Disturbance.NONE;
    }

    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        of(member).message(member, payload, disturbance, latencies);
    }

    @Override
    public void pong(Member member, ByteBuffer payload) {
        of(member).pong(member, payload, latencies);
    }

    /** What somebody else said, passed on as it was: noted, and no reason to leave. */
    @Override
    public boolean goesOnAfterBadText(Member member) {
        of(member).badText();
        badTextDuring = during;
        return true;
    }

    @Override
    public void violation(Member member, Violation violation) {
        of(member).violated(violation.words());
    }

    @Override
    public void ended(Member member) {
        if (member.afflictedAt() != 0) {
            return; // it said goodbye
        }
        Bystander bystander = of(member);
        InnocentEnd end =
                InnocentEnd.of(member, during).violating(bystander.violation()).after(bystander.said());
        if (end.isRefusedForWantOfRoom()) {
            turnedAway.add(member); // as good as not opened
        } else {
            ends.add(end);
        }
    }

    private Bystander of(Member member) {
        return byMember.computeIfAbsent(member, unknown -> new Bystander(ownSpeech(), messageEvery, broadcast));
    }

    /** None says what another one says. */
    private @Nullable Speech ownSpeech() {
        Speech common = speech;
        return common == null
                ? null
                : common.of("wsdoc beat " + run + " " + names.getAndIncrement() + " " + Mark.NUMBER);
    }

    /** These came too. */
    public void opened(List<Member> more) {
        List<Member> all = new ArrayList<>(members);
        all.addAll(more);
        members = List.copyOf(all);
    }

    /** Those that came and were not turned away for want of room. */
    public List<Member> members() {
        return turnedAway.isEmpty()
                ? members
                : members.stream()
                        .filter(member -> !turnedAway.contains(member))
                        .toList();
    }

    /** Every one sends its next message; not waited for. */
    public void beat() {
        swarm.tell(members, member -> of(member).beat(member));
    }

    /**
     * Whether what the provoker said so far reached some and not others, while nothing was done to anybody: then the server does not send
     * everything to everybody.
     */
    public CompletableFuture<Boolean> areHeardByHalf() {
        return swarm.collect(members(), member -> of(member).broadcastsHeard().isEmpty())
                .thenApply(deaf -> deaf.contains(true) && deaf.contains(false));
    }

    /** How they fare so far, with what the provoker sent to everybody. */
    public CompletableFuture<BystandersSeen> look(Provoker provoker) {
        return swarm.collect(members(), this::look).thenApply(sights -> seen(sights, provoker));
    }

    private BystandersSeen seen(List<Sight> sights, Provoker provoker) {
        BitSet broadcasts = expected(sights, provoker);
        List<DeliverySight> deliveries = sights.stream().map(Sight::delivery).toList();
        long said = deliveries.stream().mapToLong(DeliverySight::said).sum();
        long heard = deliveries.stream()
                .mapToLong(delivery -> delivery.heard(broadcasts))
                .sum();
        int alive = (int) sights.stream().filter(Sight::alive).count();
        BystanderFigures figures = new BystanderFigures(
                sights.size(), alive, said + (long) broadcasts.cardinality() * sights.size(), heard, quantiles());
        int garbled = (int) sights.stream().filter(sight -> sight.garbled() > 0).count();
        String sample = sights.stream()
                .filter(sight -> sight.garbled() > 0)
                .map(Sight::garbledAs)
                .findFirst()
                .orElse("");
        return new BystandersSeen(
                figures,
                List.copyOf(ends),
                provoker.ends(),
                badText(sights, provoker),
                garbled,
                sample,
                waits(),
                DeliverySight.all(deliveries, broadcasts),
                false);
    }

    /** The provoker is one of them. */
    private BadText badText(List<Sight> sights, Provoker provoker) {
        int bystanders = (int) sights.stream().filter(Sight::gotBadText).count();
        String provokers = provoker.badTextDuring();
        return provokers == null
                ? new BadText(bystanders, badTextDuring)
                : new BadText(bystanders + 1, bystanders == 0 ? provokers : badTextDuring);
    }

    /**
     * The broadcasts that everybody is to hear: all that were sent; of those after which the server ended their speaker only
     * those that somebody heard.
     */
    private BitSet expected(List<Sight> sights, Provoker provoker) {
        BitSet all = new BitSet();
        if (broadcast == null) {
            return all;
        }
        all.set(0, provoker.sent());
        all.andNot(provoker.unheard());
        sights.forEach(sight -> all.or(sight.delivery().broadcasts()));
        all.clear(provoker.sent(), Math.max(provoker.sent(), all.length())); // another run may use the same words
        return all;
    }

    private Sight look(Member member) {
        Bystander bystander = of(member);
        return new Sight(
                member.isOpen() && bystander.isAnswering(),
                bystander.gotBadText(),
                bystander.garbledPongs(),
                bystander.garbledAs(),
                DeliverySight.of(member, bystander));
    }

    private record Sight(boolean alive, boolean gotBadText, int garbled, String garbledAs, DeliverySight delivery) {}

    private Waits waits() {
        return new Waits(longestMs(undisturbed), longestMs(disturbed), 0);
    }

    private static double longestMs(Histogram histogram) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getMaxValue() / 1_000.0;
    }

    private @Nullable Quantiles quantiles() {
        Histogram all = undisturbed.copy();
        all.add(disturbed);
        return all.getTotalCount() == 0 ? null : LatencyQuantiles.quantilesOfMicros(all);
    }
}

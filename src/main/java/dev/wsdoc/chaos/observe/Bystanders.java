package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.report.Quantiles;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * All healthy sockets. Called by the threads of the experiment and of its beat, and as their listener by their loops; what it asks of them runs
 * on their loops.
 */
public final class Bystanders implements MemberListener {
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Swarm swarm;
    private final long run;
    private final ChaosPlan.Echo echo;
    private final Map<Integer, Bystander> byIndex = new ConcurrentHashMap<>();
    private final Histogram latencies = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final Map<String, Integer> ends = new ConcurrentHashMap<>();
    private volatile List<Member> members = List.of();

    /** @param run a number that no other run on the same server has */
    public Bystanders(Swarm swarm, ChaosPlan.Echo echo, long run) {
        this.run = run;
        this.swarm = swarm;
        this.echo = echo;
    }

    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        of(member).message(member, payload);
    }

    @Override
    public void pong(Member member, ByteBuffer payload) {
        of(member).pong(member, payload);
    }

    @Override
    public void violation(Member member, Violation violation) {
        of(member).violated(violation);
    }

    @Override
    public void ended(Member member) {
        ends.merge(of(member).endWords(member), 1, Integer::sum);
    }

    /** How those ended that the server ended so far, such as {@code 1 ended with close code 1011}; empty when none did. */
    public String ends() {
        return new TreeMap<>(ends)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private Bystander of(Member member) {
        return byIndex.computeIfAbsent(member.index(), index -> new Bystander(run, index, echo, latencies));
    }

    public void opened(List<Member> open) {
        members = List.copyOf(open);
    }

    public List<Member> members() {
        return members;
    }

    /** Every one sends its next message; not waited for. */
    public void beat() {
        swarm.tell(members, member -> of(member).beat(member));
    }

    /** Every one says this; not waited for. */
    public void say(String words) {
        swarm.tell(members, member -> member.sendText(words));
    }

    /** How they fare so far, when {@code broadcasts} messages were sent to everybody. */
    public CompletableFuture<BystanderFigures> figures(int broadcasts) {
        return swarm.collect(members, this::look).thenApply(sights -> figures(sights, broadcasts));
    }

    private BystanderFigures figures(List<Sight> sights, int broadcasts) {
        boolean counts = echo == ChaosPlan.Echo.EXPECTED;
        long expected = sights.stream().mapToLong(Sight::beats).sum() + (long) broadcasts * sights.size();
        long received = sights.stream().mapToLong(Sight::heard).sum();
        int alive = (int) sights.stream().filter(Sight::alive).count();
        return new BystanderFigures(sights.size(), alive, counts ? expected : 0, counts ? received : 0, quantiles());
    }

    private Sight look(Member member) {
        Bystander bystander = of(member);
        return new Sight(
                member.isOpen() && bystander.isAnswering(),
                bystander.beats(),
                bystander.answers() + bystander.broadcastsHeard());
    }

    private record Sight(boolean alive, int beats, int heard) {}

    private @Nullable Quantiles quantiles() {
        return latencies.getTotalCount() == 0 ? null : LatencyQuantiles.quantilesOfMicros(latencies);
    }
}

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * All healthy sockets. Called by the experiment's thread, and as their listener by their loops; what it asks of them runs
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
    private List<Member> members = List.of();

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
        Waits.get(swarm.each(members, member -> of(member).beat(member)));
    }

    /** How they fare so far, when {@code broadcasts} messages were sent to everybody. */
    public BystanderFigures figures(int broadcasts) {
        List<Sight> sights = new ArrayList<>(Waits.get(swarm.collect(members, this::look)));
        long expected = echo == ChaosPlan.Echo.EXPECTED
                ? sights.stream().mapToLong(Sight::beats).sum() + (long) broadcasts * sights.size()
                : 0;
        long received = echo == ChaosPlan.Echo.EXPECTED
                ? sights.stream().mapToLong(Sight::heard).sum()
                : 0;
        int alive = (int) sights.stream().filter(Sight::alive).count();
        return new BystanderFigures(members.size(), alive, expected, received, quantiles());
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

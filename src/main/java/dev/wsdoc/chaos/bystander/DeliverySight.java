package dev.wsdoc.chaos.bystander;

import dev.wsdoc.chaos.bystander.DeliverySeen.Pushes;
import dev.wsdoc.swarm.Member;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How messages reached one healthy client, taken on its loop.
 *
 * @param said how many messages of its own are to come back
 * @param answers how many did
 * @param broadcasts which of the provoker's it heard
 * @param copies how often one came at the most, where that was more than before the chaos; else 0
 * @param heardAny whether the server sent it anything by itself
 * @param push what the server sent it by itself; null when that was no stream, or the client is gone
 */
record DeliverySight(
        int said,
        int answers,
        BitSet broadcasts,
        int copies,
        int copiesBefore,
        boolean heardAny,
        @Nullable Push push) {

    /** A stream of the server's own messages, times in ms. */
    private record Push(boolean hasStopped, boolean isDoubtful, double gapMs, double silenceMs) {}

    static DeliverySight of(Member member, Bystander bystander) {
        Copies repeated = bystander.repeated();
        return new DeliverySight(
                bystander.said(),
                bystander.said() == 0 ? 0 : bystander.answers(),
                bystander.broadcastsHeard(),
                repeated == null ? 0 : repeated.mostDisturbed(),
                repeated == null ? 0 : repeated.mostUndisturbed(),
                bystander.pushes().isHeard(),
                member.isOpen() ? push(bystander.pushes(), member.now()) : null);
    }

    private static @Nullable Push push(PushWatch watch, long now) {
        return watch.isStream()
                ? new Push(watch.hasStopped(now), watch.isDoubtful(now), watch.gap() / 1e6, watch.silence(now) / 1e6)
                : null;
    }

    /** What it comes to for all of them; {@code expected} are the broadcasts that everybody is to hear. */
    static DeliverySeen all(List<DeliverySight> sights, BitSet expected) {
        int losers = (int) sights.stream()
                .filter(sight -> sight.heard(expected) < sight.said + expected.cardinality())
                .count();
        int copies = sights.stream().mapToInt(DeliverySight::copies).max().orElse(0);
        int before = sights.stream()
                .filter(sight -> sight.copies == copies)
                .mapToInt(DeliverySight::copiesBefore)
                .findFirst()
                .orElse(0);
        List<Push> pushes =
                sights.stream().flatMap(sight -> sight.pushes().stream()).toList();
        int heard = (int) sights.stream().filter(DeliverySight::heardAny).count();
        return new DeliverySeen(losers, copies, before, pushes(heard, pushes));
    }

    private List<Push> pushes() {
        return push == null ? List.of() : List.of(push);
    }

    private static Pushes pushes(int heard, List<Push> pushes) {
        return new Pushes(
                heard,
                pushes.size(),
                (int) pushes.stream().filter(Push::hasStopped).count(),
                (int) pushes.stream().filter(Push::isDoubtful).count(),
                pushes.stream().mapToDouble(Push::gapMs).max().orElse(0),
                pushes.stream()
                        .filter(Push::hasStopped)
                        .mapToDouble(Push::silenceMs)
                        .min()
                        .orElse(0));
    }

    /** How many messages it heard of those that it was to hear: its own, and these broadcasts. */
    int heard(BitSet expected) {
        BitSet both = (BitSet) broadcasts.clone();
        both.and(expected);
        return answers + both.cardinality();
    }
}

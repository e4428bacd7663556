package dev.wsdoc.checkup.observe;

import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.checkup.plan.Hold;
import dev.wsdoc.checkup.plan.HoldKind;
import dev.wsdoc.checkup.plan.Patience;
import dev.wsdoc.model.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Holds connections of every kind, on every way at once, until it is known who cuts whom. Used by the command's thread. */
public final class HoldWatch {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long MARGIN_MS = 2_000;
    private static final int PINGS_THAT_SHOW_A_HABIT = 3;

    private final CheckupPlan plan;
    private final Hold hold;
    private final Patience patience;
    private final Progress progress;

    public HoldWatch(CheckupPlan plan, Hold hold, Patience patience, Progress progress) {
        this.plan = plan;
        this.hold = hold;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Watches until all is known.
     *
     * @param address where the name leads
     */
    public HoldSeen watch(InetAddress address) throws IOException {
        List<Holder> named = new ArrayList<>();
        List<Holder> direct = new ArrayList<>();
        List<Trip> trips = new ArrayList<>();
        try {
            trips.add(open(address, named));
            InetAddress origin = hold.origin();
            if (origin != null) {
                trips.add(open(origin, direct));
            }
            while (!patience.isOver() && isOpen(named, direct)) {
                tell(named, direct);
                patience.pass(LOOK);
            }
            return new HoldSeen(address, seen(named), origin, seen(direct), patience.isOver());
        } finally {
            trips.forEach(Trip::close);
        }
    }

    private Trip open(InetAddress address, List<Holder> holders) throws IOException {
        Trip trip = Trip.to(address, plan, plan.profile());
        for (HoldKind kind : hold.kinds()) {
            Holder holder = new Holder(kind, hold.pulse());
            holders.add(holder);
            trip.hold(holder);
        }
        return trip;
    }

    private static List<Holding> seen(List<Holder> holders) {
        return holders.stream().map(Holder::seen).toList();
    }

    private boolean isOpen(List<Holder> named, List<Holder> direct) {
        return isUndecided(seen(named)) || (!direct.isEmpty() && isUndecided(seen(direct)));
    }

    private void tell(List<Holder> named, List<Holder> direct) {
        List<Holding> all = new ArrayList<>(seen(named));
        all.addAll(seen(direct));
        long open = all.stream()
                .filter(one -> !one.isCut() && one.failure() == null)
                .count();
        long seconds = all.stream().mapToLong(Holding::heldMs).max().orElse(0) / 1_000;
        progress.at(open + " of " + all.size() + " held, s", (int) seconds, (int)
                hold.upTo().toSeconds());
    }

    /** Whether more time would tell more. */
    boolean isUndecided(List<Holding> held) {
        long longest = held.stream().mapToLong(Holding::heldMs).max().orElse(0);
        boolean isAllOver =
                held.stream().allMatch(Holding::isCut) || held.stream().anyMatch(one -> one.failure() != null);
        if (isAllOver || longest >= hold.upTo().toMillis()) {
            return false;
        }
        Map<HoldKind, Holding> byKind = new EnumMap<>(HoldKind.class);
        held.forEach(one -> byKind.put(one.kind(), one));
        Holding silent = byKind.get(HoldKind.SILENT);
        Holding answering = byKind.get(HoldKind.ANSWERS);
        if (silent == null || answering == null || !silent.isCut()) {
            return true;
        }
        boolean isPingedAlive = answering.pings() >= PINGS_THAT_SHOW_A_HABIT;
        if (!answering.isCut() && !isPingedAlive) {
            return true;
        }
        long known = Math.max(silent.heldMs(), answering.isCut() ? answering.heldMs() : 0);
        return longest < 2 * known + MARGIN_MS; // who outlives the limit twice is not under it
    }
}

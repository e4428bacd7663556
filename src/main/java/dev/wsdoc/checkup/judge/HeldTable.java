package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.HoldSeen;
import dev.wsdoc.checkup.observe.Holding;
import dev.wsdoc.report.CheckupFigures.Held;
import dev.wsdoc.report.CheckupFigures.Way;
import java.util.ArrayList;
import java.util.List;

/** Turns connections that were held into the figures of a report. Pure. */
final class HeldTable {
    private HeldTable() {}

    static List<Way> ways(HoldSeen seen) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("at " + seen.address().getHostAddress(), held(seen.named())));
        if (seen.origin() != null) {
            ways.add(new Way("past what is in between, at " + seen.origin().getHostAddress(), held(seen.direct())));
        }
        return ways;
    }

    private static List<Held> held(List<Holding> holdings) {
        return holdings.stream().map(HeldTable::held).toList();
    }

    private static Held held(Holding one) {
        String end = one.failure() != null
                ? "was not opened: " + one.failure()
                : one.isCut() ? Words.end(one.closeCode(), one.closeReason(), one.end()) : null;
        return new Held(
                one.kind().label(),
                one.heldMs(),
                end,
                one.closeCode(),
                one.pings(),
                one.isCut() ? (Long) one.quietMs() : null);
    }
}

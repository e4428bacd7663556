package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.AuditSummary.Cell;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.model.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of each category at each level from one log to another. Stateless. */
public final class AuditComparison {
    private static final Comparator<Change> ORDER = Comparator.comparing(
                    Change::category, Comparator.nullsLast(Comparator.<Category>naturalOrder()))
            .thenComparing(Change::level, Comparator.nullsLast(Comparator.<Level>reverseOrder()));

    private AuditComparison() {}

    /** Incidents of one category at one level; null stands for no category, and for no level. */
    public record Change(
            @Nullable Category category, @Nullable Level level, long before, long after) {

        /** By how much there are fewer, in per cent; negative if there are more; null if there were none before. */
        public @Nullable Double reductionPercent() {
            return AuditComparison.reductionPercent(before, after);
        }
    }

    /** By how much the second count is smaller, in per cent of the first; null if that is 0. */
    public static @Nullable Double reductionPercent(long before, long after) {
        return before == 0 ? null : 100.0 * (before - after) / before;
    }

    /** All categories and levels that occur in either. */
    public static List<Change> of(AuditSummary before, AuditSummary after) {
        Map<List<@Nullable Object>, Change> changes = new HashMap<>();
        before.cells().forEach(cell -> put(changes, cell, cell.incidents(), 0));
        after.cells().forEach(cell -> put(changes, cell, 0, cell.incidents()));
        return changes.values().stream().sorted(ORDER).toList();
    }

    private static void put(Map<List<@Nullable Object>, Change> changes, Cell cell, long before, long after) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(cell.category());
        key.add(cell.level());
        changes.merge(
                key,
                new Change(cell.category(), cell.level(), before, after),
                (old, more) -> new Change(
                        old.category(), old.level(), old.before() + more.before(), old.after() + more.after()));
    }
}

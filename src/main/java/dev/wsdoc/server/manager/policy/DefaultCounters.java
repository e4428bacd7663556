package dev.wsdoc.server.manager.policy;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import java.util.EnumMap;
import java.util.Map;

/** Counts every event once. */
public class DefaultCounters implements Counters {
    private final Map<RemovalPath, Long> removals = new EnumMap<>(RemovalPath.class);
    private final Map<Category, Long> failures = new EnumMap<>(Category.class);
    private long opened;

    public DefaultCounters() {
        for (RemovalPath path : RemovalPath.values()) {
            removals.put(path, 0L);
        }
    }

    @Override
    public void opened() {
        opened++;
    }

    @Override
    public void removed(RemovalPath path, Category category) {
        removals.merge(path, 1L, Long::sum);
    }

    @Override
    public void failed(Category category) {
        failures.merge(category, 1L, Long::sum);
    }

    @Override
    public long openedCount() {
        return opened;
    }

    @Override
    public Map<RemovalPath, Long> removals() {
        return new EnumMap<>(removals);
    }

    @Override
    public Map<Category, Long> failures() {
        return new EnumMap<>(failures);
    }

    @Override
    public int shownTotal(int listed) {
        return listed;
    }
}

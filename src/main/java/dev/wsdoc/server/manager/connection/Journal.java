package dev.wsdoc.server.manager.connection;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.RemovalPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ends of the last while, numbered from 1; a ring that forgets the oldest. Loop thread only. */
public final class Journal {
    private final EndsPage.End[] ring;
    private long last;

    public Journal(int capacity) {
        ring = new EndsPage.End[capacity];
    }

    public void add(String id, Instant at, Category category, @Nullable RemovalPath path) {
        last++;
        ring[slot(last)] = new EndsPage.End(last, id, at, category, path);
    }

    public long last() {
        return last;
    }

    /** At most {@code limit} entries after number {@code after}. */
    public EndsPage page(long after, int limit) {
        long oldest = Math.max(1, last - ring.length + 1);
        long first = Math.max(oldest, after + 1);
        long end = Math.min(last, first + limit - 1);
        List<EndsPage.End> ends = new ArrayList<>();
        for (long seq = first; seq <= end; seq++) {
            ends.add(ring[slot(seq)]);
        }
        return new EndsPage(Math.min(end, last), after + 1 < oldest, ends);
    }

    private int slot(long seq) {
        return (int) (seq % ring.length);
    }
}

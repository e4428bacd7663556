package dev.wsdoc.server.manager.policy;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import java.util.Map;

/** The counts that the status page is made of. Loop thread only. */
public interface Counters {
    void opened();

    /** A listed connection left the list. */
    void removed(RemovalPath path, Category category);

    /** A connection ended, or a send failed. */
    void failed(Category category);

    long openedCount();

    Map<RemovalPath, Long> removals();

    Map<Category, Long> failures();

    /** What the status page shows for this many listed connections. */
    int shownTotal(int listed);
}

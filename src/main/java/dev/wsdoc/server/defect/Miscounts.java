package dev.wsdoc.server.defect;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.policy.Counters;
import dev.wsdoc.server.manager.policy.DefaultCounters;

/** Counts every tenth opening twice, and the removal of every connection that did not close properly. */
public final class Miscounts extends Policies {
    @Override
    public Counters counters() {
        return new DriftingLedger();
    }

    private static final class DriftingLedger extends DefaultCounters {
        private static final long EVERY = 10;
        private int drift;

        @Override
        public void opened() {
            super.opened();
            if (openedCount() % (EVERY + 1) == EVERY) { // one more for the one that was counted twice
                super.opened();
                drift++;
            }
        }

        @Override
        public void removed(RemovalPath path, Category category) {
            super.removed(path, category);
            if (category != Category.CLOSED) {
                super.removed(path, category);
            }
        }

        @Override
        public int shownTotal(int listed) {
            return listed + drift;
        }
    }
}

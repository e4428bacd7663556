package dev.wsdoc.cli.debug;

import dev.wsdoc.model.ServerStats;

/**
 * A server's counts, added up anew: every connection that was ever opened is live, stale or removed.
 *
 * @param claim what the server itself says of its balance
 */
record Balance(long opened, long live, long stale, long removed, ServerStats.Balance claim) {

    static Balance of(ServerStats stats) {
        long removed =
                stats.removals().values().stream().mapToLong(Long::longValue).sum();
        long stale = stats.staleConnections();
        return new Balance(stats.opened(), stats.totalConnections() - stale, stale, removed, stats.balance());
    }

    boolean holds() {
        return opened == live + stale + removed && claim.balanced();
    }

    /** Such as {@code opened 120 = live 10 + stale 3 + removed 107}. */
    String line() {
        String sum = "live " + live + " + stale " + stale + " + removed " + removed;
        return holds() ? "opened " + opened + " = " + sum : "NOT BALANCED: " + complaint();
    }

    /** What is wrong when it does not hold. */
    String complaint() {
        long sum = live + stale + removed;
        return opened == sum
                ? "the server says itself that its counts do not balance: opened " + claim.opened() + ", live "
                        + claim.live() + ", stale " + claim.stale() + ", removed " + claim.removed()
                : "opened " + opened + ", but live " + live + " + stale " + stale + " + removed " + removed + " = "
                        + sum;
    }
}

package dev.wsdoc.evidence.search;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which processes hold certain sockets.
 *
 * @param pids in ascending order
 * @param hidden how many processes there are whose descriptors may not be seen
 */
record SocketOwners(Set<Long> pids, int hidden) {
    SocketOwners {
        pids = new TreeSet<>(pids);
    }

    /** Asks every process; some tens of milliseconds on a usual machine. */
    static SocketOwners of(Collection<Listener> listeners) {
        Set<String> sought = listeners.stream()
                .map(listener -> "socket:[" + listener.inode() + "]")
                .collect(Collectors.toSet());
        Set<Long> pids = new TreeSet<>();
        int hidden = 0;
        for (ProcFolder process : ProcFolder.all()) {
            Map<?, String> open = process.descriptors();
            if (open == null) {
                hidden++;
            } else if (open.values().stream().anyMatch(sought::contains)) {
                pids.add(process.pid());
            }
        }
        return new SocketOwners(pids, hidden);
    }
}

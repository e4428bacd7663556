package dev.wsdoc.server.manager.admission;

import dev.wsdoc.server.manager.connection.TokenBucket;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected from where, and how fast they come: one entry for each address that has a connection or came
 * lately. Loop thread only.
 */
final class AddressBook {
    private static final class Entry {
        private int open;
        private @Nullable TokenBucket connects;
    }

    private final Map<InetAddress, Entry> entries = new HashMap<>();

    /** Open connections of the address. */
    int open(InetAddress address) {
        Entry entry = entries.get(address);
        return entry == null ? 0 : entry.open;
    }

    void opened(InetAddress address) {
        entry(address).open++;
    }

    void closed(InetAddress address) {
        Entry entry = entry(address);
        entry.open--;
        if (entry.open == 0 && entry.connects == null) {
            entries.remove(address);
        }
    }

    /** Whether one more handshake is within the rate. */
    boolean mayConnect(InetAddress address, int perSecond, long now) {
        Entry entry = entry(address);
        if (entry.connects == null) {
            entry.connects = new TokenBucket(perSecond, now);
        }
        return entry.connects.take(perSecond, now);
    }

    /** Forgets the rates of addresses that are back at a full bucket. */
    void prune(int perSecond, long now) {
        entries.values().forEach(entry -> dropFullBucket(entry, perSecond, now));
        entries.values().removeIf(entry -> entry.open == 0 && entry.connects == null);
    }

    private static void dropFullBucket(Entry entry, int perSecond, long now) {
        if (entry.connects != null && entry.connects.isFull(perSecond, now)) {
            entry.connects = null;
        }
    }

    /** Gives every address a full bucket. */
    void reset() {
        entries.values().forEach(entry -> entry.connects = null);
        entries.values().removeIf(entry -> entry.open == 0);
    }

    /** Addresses that are remembered. */
    int size() {
        return entries.size();
    }

    private Entry entry(InetAddress address) {
        return entries.computeIfAbsent(address, a -> new Entry());
    }
}

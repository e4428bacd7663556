package dev.wsdoc.server.engine;

/**
 * The memory that the unfinished messages of all connections take together, and its bound: each of them may be within its own limit, and
 * a thousand of them still be more than there is. Loop thread only.
 */
final class MessageMemory {
    private final long maxBytes;
    private long bytes;

    MessageMemory(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    long bytes() {
        return bytes;
    }

    long maxBytes() {
        return maxBytes;
    }

    /** One connection's part of it. */
    final class Share {
        private long held;

        /** Holds so much from now on, instead of what it held; false, and no change, when all together would hold too much. */
        boolean hold(long wanted) {
            long together = bytes - held + wanted;
            if (wanted > held && together > maxBytes) {
                return false;
            }
            bytes = together;
            held = wanted;
            return true;
        }
    }
}

package dev.wsdoc.swarm;

/** How much one socket may be read in one turn of its loop, so that a server that sends without end starves no other socket. */
final class ReadBudget {
    /** Most reads of a turn. */
    static final int READS = 16;

    /** Bytes after which no other read is begun. */
    static final int BYTES = 256 * 1024;

    private int reads;
    private int bytes;

    /** Counts a read of so many bytes, 0 and -1 too; whether another one may follow. */
    boolean allowsMoreAfter(int count) {
        reads++;
        bytes += Math.max(0, count);
        return reads < READS && bytes < BYTES;
    }
}

package dev.wsdoc.server.setting;

/**
 * How much the server takes on.
 *
 * @param maxConnections open WebSocket connections, 1 to 1,000,000
 * @param connectionsPerAddress open connections of one address, at most 1,000,000, 0 for no limit
 * @param maxMessageBytes payload of a frame and of a whole message, 125 bytes (RFC 6455 section 5.5: a control frame
 *     must fit) to 256 MiB
 * @param maxQueuedBytes bytes that wait for one slow reader, 1 KiB to 1 GiB
 * @param maxBufferedBytes unfinished messages of all connections together, 1 KiB to 1 TiB
 * @param maxHeaderBytes the request head of a handshake, 256 bytes to 1 MiB
 */
public record Limits(
        int maxConnections,
        PerAddress connectionsPerAddress,
        int maxMessageBytes,
        int maxQueuedBytes,
        long maxBufferedBytes,
        int maxHeaderBytes) {
    private static final int DESCRIPTORS_FOR_OTHERS = 512;
    private static final int MOST_CONNECTIONS = 50_000;
    private static final long MOST_BUFFERED = 1L << 40;
    private static final long QUARTER_OF_THE_HEAP =
            Math.min(Runtime.getRuntime().maxMemory() / 4, MOST_BUFFERED);

    public Limits {
        Range.check("--max-connections", maxConnections, 1, 1_000_000);
        Range.check("--max-connections-per-address", connectionsPerAddress.limit(), 0, 1_000_000);
        Range.check("--max-message-size", maxMessageBytes, 125, 256 << 20);
        Range.check("--max-queued", maxQueuedBytes, 1 << 10, 1 << 30);
        Range.check("--max-buffered", maxBufferedBytes, 1 << 10, MOST_BUFFERED);
        Range.check("--max-header-size", maxHeaderBytes, 256, 1 << 20);
    }

    /** 50,000 connections or 512 fewer than the descriptor limit, 1,000 an address, 1 MiB messages and queues, a quarter of the heap, 8 KiB heads. */
    public static Limits defaults() {
        long descriptors = Descriptors.limit() - DESCRIPTORS_FOR_OTHERS;
        int connections = (int) Math.max(16, Math.min(MOST_CONNECTIONS, descriptors));
        return new Limits(connections, PerAddress.notLoopback(1_000), 1 << 20, 1 << 20, QUARTER_OF_THE_HEAP, 8 << 10);
    }

    public Limits withMaxConnections(int connections) {
        return new Limits(
                connections, connectionsPerAddress, maxMessageBytes, maxQueuedBytes, maxBufferedBytes, maxHeaderBytes);
    }

    public Limits withConnectionsPerAddress(PerAddress limit) {
        return new Limits(maxConnections, limit, maxMessageBytes, maxQueuedBytes, maxBufferedBytes, maxHeaderBytes);
    }

    public Limits withMaxMessageBytes(int bytes) {
        return new Limits(
                maxConnections, connectionsPerAddress, bytes, maxQueuedBytes, maxBufferedBytes, maxHeaderBytes);
    }

    public Limits withMaxQueuedBytes(int bytes) {
        return new Limits(
                maxConnections, connectionsPerAddress, maxMessageBytes, bytes, maxBufferedBytes, maxHeaderBytes);
    }

    public Limits withMaxBufferedBytes(long bytes) {
        return new Limits(
                maxConnections, connectionsPerAddress, maxMessageBytes, maxQueuedBytes, bytes, maxHeaderBytes);
    }

    public Limits withMaxHeaderBytes(int bytes) {
        return new Limits(
                maxConnections, connectionsPerAddress, maxMessageBytes, maxQueuedBytes, maxBufferedBytes, bytes);
    }
}

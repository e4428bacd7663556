package dev.wsdoc.wire;

/**
 * What a connection takes from a server before it judges it to be too much (RFC 6455 10.4).
 *
 * @param maxHeadBytes bytes of the answer to the upgrade request, interim responses included; at least 64
 * @param maxMessageBytes payload bytes of one message, all its fragments together; at least 125, what a control frame holds
 */
public record WireLimits(int maxHeadBytes, int maxMessageBytes) {

    /** 16 KiB of head, 16 MiB of message. */
    public static final WireLimits DEFAULT = new WireLimits(16 * 1024, 16 * 1024 * 1024);

    /** @throws IllegalArgumentException below the least values */
    public WireLimits {
        if (maxHeadBytes < 64) {
            throw new IllegalArgumentException("maxHeadBytes " + maxHeadBytes + " is below 64");
        }
        if (maxMessageBytes < 125) {
            throw new IllegalArgumentException("maxMessageBytes " + maxMessageBytes + " is below 125");
        }
    }
}

package dev.wsdoc.server.engine;

import dev.wsdoc.model.Category;

/**
 * A breach that ends the connection.
 *
 * @param code the close code, RFC 6455 section 7.4.1
 */
record FrameViolation(Category category, int code, String reason) {
    static final int PROTOCOL_ERROR = 1002;
    static final int TOO_BIG = 1009;
    static final int TRY_AGAIN_LATER = 1013;

    static FrameViolation protocol(String reason) {
        return new FrameViolation(Category.PROTOCOL, PROTOCOL_ERROR, reason);
    }

    /** Not the peer's fault alone: there is no room for its message now. */
    static FrameViolation noRoom(String reason) {
        return new FrameViolation(Category.RESOURCES, TRY_AGAIN_LATER, reason);
    }

    static FrameViolation oversized(String reason) {
        return new FrameViolation(Category.OVERSIZED, TOO_BIG, reason);
    }
}

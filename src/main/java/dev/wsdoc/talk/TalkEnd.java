package dev.wsdoc.talk;

import dev.wsdoc.wire.frame.CloseCode;

/**
 * How a talk ended.
 *
 * @param code of the server's close frame, 0 when none came
 * @param reason in it, whatever characters it has
 * @param detail what the cause alone does not tell, such as the name of the fault; may be empty
 */
public record TalkEnd(Cause cause, int code, String reason, String detail) {

    /** What brought it about. */
    public enum Cause {
        /** We began the closing handshake, and the server answered: RFC 6455 section 7.1.2. */
        CLOSED,
        /** We ended it as a fault does, or the server did so after one that asks for it. */
        FAULT,
        /** The server began the closing handshake. */
        BY_SERVER,
        /** The server ended its side without a close frame: RFC 6455 section 7.1.5, code 1006. */
        FIN,
        /** The server, or the network, reset the connection. */
        RESET,
        /** The server did not answer our close frame in time. */
        UNANSWERED,
        /** The server broke RFC 6455, and we hung up. */
        VIOLATION,
        /** The server took so little that too much waited, and we hung up. */
        OVERFLOWED,
        /** Something failed within wsdoc. */
        FAILED
    }

    /** Whether it ended as we asked, or as a server does that is done or goes away. */
    public boolean isGood() {
        return switch (cause) {
            case CLOSED, FAULT -> true;
            case BY_SERVER -> code == CloseCode.NORMAL || code == CloseCode.GOING_AWAY;
            default -> false;
        };
    }

    /** Whether we asked for it. */
    public boolean isOurs() {
        return cause == Cause.CLOSED || cause == Cause.FAULT;
    }

    /** One sentence for people, without a full stop; the reason is as the server wrote it. */
    public String words() {
        return switch (cause) {
            case CLOSED -> "closed as asked; the server answered with " + closeFrame();
            case FAULT -> "ended as asked: " + detail;
            case BY_SERVER -> "the server closed with " + closeFrame();
            case FIN -> "the server ended the connection (FIN) " + lacking() + " (1006)";
            case RESET -> "the connection was reset (RST) " + lacking() + " (1006)";
            case UNANSWERED -> "time-out: the server did not answer our close frame within " + detail;
            case VIOLATION -> "the server broke the protocol, and we hung up: " + detail;
            case OVERFLOWED -> "the server took so little that more than 16 MiB waited for it, and we hung up";
            case FAILED -> "wsdoc itself failed";
        };
    }

    private String lacking() {
        return detail.isEmpty() ? "without a close frame" : detail;
    }

    private String closeFrame() {
        if (code == CloseCode.NO_STATUS) {
            return "a close frame without a code (1005)";
        }
        return code + name() + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** The names of RFC 6455 section 7.4.1 and of IANA's registry. */
    private String name() {
        return switch (code) {
            case CloseCode.NORMAL -> " (normal)";
            case CloseCode.GOING_AWAY -> " (going away)";
            case CloseCode.PROTOCOL_ERROR -> " (protocol error)";
            case CloseCode.UNSUPPORTED_DATA -> " (unsupported data)";
            case CloseCode.INVALID_PAYLOAD -> " (invalid payload)";
            case CloseCode.POLICY_VIOLATION -> " (policy violation)";
            case CloseCode.TOO_BIG -> " (message too big)";
            case CloseCode.MANDATORY_EXTENSION -> " (mandatory extension)";
            case CloseCode.INTERNAL_ERROR -> " (internal error)";
            case CloseCode.SERVICE_RESTART -> " (service restart)";
            case CloseCode.TRY_AGAIN_LATER -> " (try again later)";
            case CloseCode.BAD_GATEWAY -> " (bad gateway)";
            default -> "";
        };
    }
}

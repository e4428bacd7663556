package dev.wsdoc.fault;

import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.wire.frame.CloseCode;

/**
 * What a victim's own socket saw after the fault.
 *
 * @param end how the connection ended, {@link SocketEnd#NONE} while it has not
 * @param closeCode of the server's close frame (RFC 6455 7.4); 0 when none came
 * @param closeReason in the server's close frame, whatever characters it has; empty when there was none
 * @param pongs how many pongs came
 * @param answer the beginning of what the server wrote to a connection that never was a WebSocket, at most 4 kB as Latin-1
 */
public record SocketObservation(SocketEnd end, int closeCode, String closeReason, int pongs, String answer) {

    private static final String STATUS_LINE = "(?s)HTTP/1\\.[01] [1-5][0-9][0-9]\\b.*";

    /** What the victim's socket saw so far; on the victim's loop. */
    public static SocketObservation of(Member victim) {
        return new SocketObservation(
                victim.end(), victim.closeCode(), victim.closeReason(), victim.pongs(), victim.answer());
    }

    /** The status of an HTTP answer, 100 to 599; 0 when there was none. */
    public int status() {
        return answer.matches(STATUS_LINE) ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** Whether the server ended its side. */
    public boolean isEnded() {
        return end.isByServer();
    }

    /** Whether there is nothing more to be seen. */
    public boolean isOver() {
        return end != SocketEnd.NONE;
    }

    /**
     * Whether the server ended it for want of something that it asks of its clients: RFC 6455 section 7.4.1, and 4400 to 4499 by
     * custom.
     */
    public boolean isTurnedAway() {
        return closeCode == CloseCode.PROTOCOL_ERROR
                || closeCode == CloseCode.POLICY_VIOLATION
                || (closeCode >= 4_400 && closeCode < 4_500);
    }

    /** Whether something failed in the server: code 1011 (RFC 6455 section 7.4.1), or an end without a close frame. */
    public boolean isFailureOfTheServer() {
        return isEnded() && (closeCode == 0 || closeCode == CloseCode.INTERNAL_ERROR);
    }

    /** In a few words, for findings: victims that saw the same are counted together. */
    public String words() {
        String how = switch (end) {
            case NONE -> "still open";
            case FIN -> "ended";
            case RESET -> "reset";
            case VIOLATION -> "the server broke the protocol";
            case OVERFLOWED -> "given up, as the server did not read";
            case FAILED -> "given up, as something failed within wsdoc";
            case LOCAL -> "gone";
        };
        if (closeCode == CloseCode.NO_STATUS) {
            return how + " with a close frame without a code";
        }
        if (closeCode != 0) {
            return how + " with close code " + closeCode + (closeReason.isEmpty() ? "" : " '" + closeReason + "'");
        }
        return status() == 0 ? how : how + " after HTTP status " + status();
    }
}

package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.wire.frame.CloseCode;

/** What was seen, in words that findings and figures share. Pure. */
final class Words {
    private Words() {}

    /** Why a connection was not opened. */
    static String failure(Visit visit) {
        OpenFailure failure = visit.failure();
        if (failure == null) {
            return "no answer in time";
        }
        return failure.kind() == OpenFailure.Kind.REFUSED && failure.text().matches("[0-9]{3} .*|[0-9]{3}")
                ? "answered " + failure.text()
                : failure.text();
    }

    /** How the server ended a connection, such as {@code with close code 1008 'no'} or {@code by a bare FIN}. */
    static String end(int closeCode, String closeReason, SocketEnd end) {
        if (closeCode == CloseCode.NO_STATUS) {
            return "with a close frame without a code";
        }
        if (closeCode != 0) {
            return "with close code " + closeCode + (closeReason.isEmpty() ? "" : " '" + closeReason + "'");
        }
        return switch (end) {
            case FIN -> "by a bare FIN, without a close frame";
            case RESET -> "by a TCP reset (RST)";
            default -> "not at all";
        };
    }

    static String end(Visit visit) {
        return end(visit.closeCode(), visit.closeReason(), visit.end());
    }
}

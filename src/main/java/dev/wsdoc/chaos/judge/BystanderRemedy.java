package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.wire.frame.CloseCode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What to do about a server that ends healthy connections, by how it ended them. Pure. */
final class BystanderRemedy {
    private static final long TOGETHER = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int MANY = 3;

    private BystanderRemedy() {}

    static String of(BystandersSeen bystanders, List<InnocentEnd> ends) {
        if (bystanders.badText().bystanders() > 0
                || has(ends, end -> end.violation().contains("UTF-8"))) {
            return "check text for UTF-8 before you send it on (RFC 6455 8.1)";
        }
        if (has(ends, InnocentEnd::isForWantOfPongs)) {
            return "its own ping time-out ended clients that live: wait longer for pongs, and take any message for a sign of life";
        }
        if (has(ends, InnocentEnd::isForSilence)) {
            return "an idle limit ended clients that live: ping who is silent, and count a pong as life";
        }
        if (has(ends, InnocentEnd::isForSayingTooMuch)) {
            return "a limit on messages ended clients that say one a second: let it be higher for the examination";
        }
        if (!bystanders.provokerEnds().isEmpty() && bystanders.ends().isEmpty()) {
            return "do not let a message, or a receiver that is gone, end the connection that sent it: catch what a single send"
                    + " throws, and go on";
        }
        if (has(ends, end -> end.seen().closeCode() == CloseCode.INTERNAL_ERROR)) {
            return "1011 is an exception of the server's own, likely of a broadcast that met a dead receiver: catch it for each"
                    + " receiver";
        }
        if (areTogether(ends, bystanders.figures().opened())) {
            return "all ended at once: look for a crash, a restart, or a limit that counts the dead";
        }
        return "find out why handling the dead touches the living: shared loops, locks, or ids mixed up";
    }

    private static boolean has(List<InnocentEnd> ends, Predicate<InnocentEnd> what) {
        return ends.stream().anyMatch(what);
    }

    private static boolean areTogether(List<InnocentEnd> ends, int opened) {
        long first = ends.stream().mapToLong(InnocentEnd::at).min().orElse(0);
        long last = ends.stream().mapToLong(InnocentEnd::at).max().orElse(0);
        return ends.size() >= Math.min(MANY, opened) && ends.size() >= opened && last - first <= TOGETHER;
    }
}

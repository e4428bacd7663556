package dev.wsdoc.chaos.bystander;

import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.report.BystanderFigures;
import java.util.List;

/**
 * How the healthy sockets fared.
 *
 * @param ends how bystanders ended
 * @param provokerEnds how the provoker ended, each time
 * @param badText texts that were no UTF-8, sent to them or to the provoker
 * @param garbling how many of them got pongs that carried other bytes than their pings, and none that was right
 * @param garbledAs what such a pong carried, as Latin-1
 * @param delivery how messages reached them
 * @param isFinal whether they had their time to answer for the last time; otherwise these are figures, but nothing to judge by
 */
public record BystandersSeen(
        BystanderFigures figures,
        List<InnocentEnd> ends,
        List<InnocentEnd> provokerEnds,
        BadText badText,
        int garbling,
        String garbledAs,
        Waits waits,
        DeliverySeen delivery,
        boolean isFinal) {

    /**
     * Texts that are no UTF-8, sent to bystanders.
     *
     * @param bystanders how many of them got some, the provoker among them
     * @param during what was going on then, such as a fault's name
     */
    public record BadText(int bystanders, String during) {
        /** Nobody got any. */
        public static final BadText NONE = new BadText(0, "");
    }

    /**
     * The longest round trips.
     *
     * @param undisturbedMs before anything was done to anybody, in ms; 0 when none was measured
     * @param disturbedMs from the first fault on
     * @param lateMs how late wsdoc's own beat was at the most
     */
    public record Waits(double undisturbedMs, double disturbedMs, double lateMs) {
        /** Nobody waited. */
        public static final Waits NONE = new Waits(0, 0, 0);
    }

    public BystandersSeen {
        ends = List.copyOf(ends);
        provokerEnds = List.copyOf(provokerEnds);
    }

    /**
     * The same, once they had their time to answer.
     *
     * @param lateMs how late wsdoc's own beat was at the most, in ms
     */
    public BystandersSeen atTheEnd(double lateMs) {
        Waits measured = new Waits(waits.undisturbedMs(), waits.disturbedMs(), lateMs);
        return new BystandersSeen(figures, ends, provokerEnds, badText, garbling, garbledAs, measured, delivery, true);
    }

    /** Whether what was sent had not all come back, or reached all of them. */
    public boolean areOwedAnswers() {
        return figures.messagesReceived() < figures.messagesExpected();
    }
}

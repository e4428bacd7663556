package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Moment;
import dev.wsdoc.checkup.observe.Visit;

/** What came back, in a few words for a table. Pure. */
final class Replies {
    private Replies() {}

    static String toPing(Visit visit) {
        return switch (visit.pong()) {
            case SAME -> "answered";
            case CHANGED -> "answered with other bytes";
            case NONE, UNTRIED -> "not answered";
        };
    }

    static String toText(Visit visit) {
        return switch (visit.echo()) {
            case SAME -> "the text comes back";
            case CHANGED -> "the text comes back within another";
            case NONE, UNTRIED -> visit.had(Moment.CLOSING) ? "no echo" : "ended at the text, " + Words.end(visit);
        };
    }

    static String toClose(Visit visit) {
        return visit.had(Moment.CLOSE_RECEIVED) || visit.had(Moment.ENDED)
                ? "answered " + Words.end(visit)
                : "not answered";
    }
}

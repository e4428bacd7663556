package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Milestones;
import dev.wsdoc.chaos.observe.Observations;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What was seen so far, always whole: the phases add to it, and whoever ends the experiment finds it here, even if a phase
 * hangs. Thread-safe.
 */
final class Recorder {
    private volatile Observations seen = Observations.NONE;
    private volatile String round = "";
    private volatile boolean wasCutShort;

    synchronized void record(UnaryOperator<Observations> more) {
        seen = more.apply(seen);
    }

    void reached(UnaryOperator<Milestones> more) {
        record(all -> all.with(more.apply(all.milestones())));
    }

    void note(List<String> lines) {
        record(all -> all.withNotes(lines));
    }

    void note(String line) {
        note(List.of(line));
    }

    /** The experiment ends early; only the first reason counts. */
    synchronized void cutShort(String why) {
        if (!wasCutShort) {
            note("cut short: " + why);
            wasCutShort = true;
        }
    }

    boolean wasCutShort() {
        return wasCutShort;
    }

    /** @param fault whose round it is; empty outside of the rounds */
    void roundBegins(String fault) {
        round = fault;
    }

    /** The fault whose round it is; empty outside of the rounds. */
    String round() {
        return round;
    }

    Observations seen() {
        return seen;
    }
}

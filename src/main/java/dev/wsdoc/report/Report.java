package dev.wsdoc.report;

import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an experiment found.
 *
 * @param experiment the command, such as {@code chaos}
 * @param target the URL under examination, with a note when it is an embedded server
 * @param interrupted whether the experiment was cut short; the findings then tell what was learnt so far
 * @param server what the server is like; null when nobody asked
 * @param bystanders null when there were none
 * @param log null when no log was audited
 * @param checkup what a check-up measured; null in any other experiment
 * @param notes remarks on how the experiment was made, such as what could not be provoked
 */
public record Report(
        String experiment,
        String version,
        String target,
        Verdict verdict,
        boolean interrupted,
        List<Finding> findings,
        @Nullable ServerTraits server,
        List<FaultFigures> faults,
        @Nullable BystanderFigures bystanders,
        @Nullable LogFigures log,
        @Nullable CheckupFigures checkup,
        List<String> notes,
        long seed,
        Instant startedAt,
        long durationMs) {

    /** Of the JSON form; changes when a reader of the old one would misread the new one. */
    public static final int SCHEMA_VERSION = 1;

    public Report {
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /** What came of chaos. */
    public Report(
            String experiment,
            String version,
            String target,
            Verdict verdict,
            boolean interrupted,
            List<Finding> findings,
            @Nullable ServerTraits server,
            List<FaultFigures> faults,
            @Nullable BystanderFigures bystanders,
            @Nullable LogFigures log,
            List<String> notes,
            long seed,
            Instant startedAt,
            long durationMs) {
        this(
                experiment,
                version,
                target,
                verdict,
                interrupted,
                findings,
                server,
                faults,
                bystanders,
                log,
                null,
                notes,
                seed,
                startedAt,
                durationMs);
    }

    /** What was learnt until something went wrong: interrupted, not healthy, and it says why. */
    public Report incomplete(String why) {
        String note = "cut short: " + why;
        Verdict learnt = verdict == Verdict.HEALTHY ? Verdict.INCONCLUSIVE : verdict;
        Report cut = new Report(
                experiment,
                version,
                target,
                learnt,
                true,
                findings,
                server,
                faults,
                bystanders,
                log,
                checkup,
                notes,
                seed,
                startedAt,
                durationMs);
        return notes.contains(note) ? cut : cut.withNote(note);
    }

    /** The same report with one more remark, the first. */
    public Report withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(0, note);
        return new Report(
                experiment,
                version,
                target,
                verdict,
                interrupted,
                findings,
                server,
                faults,
                bystanders,
                log,
                checkup,
                more,
                seed,
                startedAt,
                durationMs);
    }
}

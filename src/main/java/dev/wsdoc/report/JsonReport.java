package dev.wsdoc.report;

import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as one JSON object; its shape is promised by {@code report-v1.schema.json} beside this class. */
final class JsonReport implements ReportWriter {

    /** The order of the fields is the order in the document. */
    private record Document(
            int schemaVersion,
            String wsdocVersion,
            String experiment,
            String target,
            Verdict verdict,
            boolean interrupted,
            long seed,
            Instant startedAt,
            long durationMs,
            List<Answer> findings,
            @Nullable ServerTraits server,
            List<FaultFigures> faults,
            @Nullable BystanderFigures bystanders,
            @Nullable LogFigures log,
            @Nullable CheckupFigures checkup,
            List<String> notes) {}

    private record Answer(
            String check,
            String question,
            Outcome outcome,
            String expected,
            String observed,
            String remedy,
            List<String> evidence) {

        static Answer of(Finding finding) {
            return new Answer(
                    finding.check().name(),
                    finding.check().question(),
                    finding.outcome(),
                    finding.expected(),
                    finding.observed(),
                    finding.remedy(),
                    finding.evidence());
        }
    }

    @Override
    public void write(Report report, Writer out, TextStyle style) throws IOException {
        out.write(JsonText.of(document(report)));
    }

    private static Document document(Report report) {
        return new Document(
                Report.SCHEMA_VERSION,
                report.version(),
                report.experiment(),
                report.target(),
                report.verdict(),
                report.interrupted(),
                report.seed(),
                report.startedAt(),
                report.durationMs(),
                report.findings().stream().map(Answer::of).toList(),
                report.server(),
                report.faults(),
                report.bystanders(),
                report.log(),
                report.checkup(),
                report.notes());
    }
}

package dev.wsdoc.cli.logs;

import static dev.wsdoc.logaudit.AuditComparison.reductionPercent;

import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.command.Version;
import dev.wsdoc.logaudit.AuditComparison;
import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.logaudit.NoisySentence;
import dev.wsdoc.logaudit.Since;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.model.Category;
import dev.wsdoc.report.JsonText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Audits of logs for programs; their shape is promised by {@code logs-v1.schema.json} beside that of the reports. Stateless. */
final class LogsJson {
    static final int SCHEMA_VERSION = 1;

    private LogsJson() {}

    private record Document(int schemaVersion, String wsdocVersion, String kind, boolean interrupted, Audit audit) {}

    private record ComparisonDocument(
            int schemaVersion,
            String wsdocVersion,
            String kind,
            boolean interrupted,
            Audit before,
            Audit after,
            Reduction reductionPercent,
            List<Change> changes) {}

    private record Audit(
            List<String> sources,
            long lines,
            long incidents,
            long noise,
            long needsHuman,
            long unexpectedErrors,
            long unknown,
            @Nullable Window since,
            List<Unread> unread,
            List<AuditSummary.Cell> cells,
            List<Sentence> sentences) {}

    private record Window(Instant from, long incidents, long passed, long timed, long unreadable, long unplaced) {}

    private record Sentence(
            String sentence,
            @Nullable Category category,
            @Nullable Level level,
            long incidents,
            long lines,
            boolean noise,
            boolean needsHuman,
            @Nullable String rule,
            String why,
            Example example) {}

    private record Example(String source, long line, int lines, String text) {}

    /** In per cent of what was before, null where there was none. */
    private record Reduction(
            @Nullable Double lines,
            @Nullable Double incidents,
            @Nullable Double noise,
            @Nullable Double needsHuman,
            @Nullable Double unexpectedErrors) {
        static Reduction of(AuditSummary before, AuditSummary after) {
            return new Reduction(
                    reductionPercent(before.lines(), after.lines()),
                    reductionPercent(before.incidents(), after.incidents()),
                    reductionPercent(before.noise(), after.noise()),
                    reductionPercent(before.needsHuman(), after.needsHuman()),
                    reductionPercent(before.unexpectedErrors(), after.unexpectedErrors()));
        }
    }

    private record Change(
            @Nullable Category category,
            @Nullable Level level,
            long before,
            long after,
            @Nullable Double reductionPercent) {}

    /** One audit, with at most {@code most} sentences. */
    static String of(LogsAudit audit, int most, Interruption interruption) {
        return JsonText.of(document(audit, most, interruption));
    }

    /** The same on one line, as the last of many. */
    static String line(LogsAudit audit, int most, Interruption interruption) {
        return JsonText.line(document(audit, most, interruption));
    }

    private static Document document(LogsAudit audit, int most, Interruption interruption) {
        return new Document(SCHEMA_VERSION, Version.number(), "audit", interruption.isAsked(), audit(audit, most));
    }

    static String of(LogsAudit before, LogsAudit after, int most, Interruption interruption) {
        return JsonText.of(new ComparisonDocument(
                SCHEMA_VERSION,
                Version.number(),
                "comparison",
                interruption.isAsked(),
                audit(before, most),
                audit(after, most),
                Reduction.of(before.summary(), after.summary()),
                AuditComparison.of(before.summary(), after.summary()).stream()
                        .map(change -> new Change(
                                change.category(),
                                change.level(),
                                change.before(),
                                change.after(),
                                change.reductionPercent()))
                        .toList()));
    }

    private static Audit audit(LogsAudit audit, int most) {
        AuditSummary summary = audit.summary();
        return new Audit(
                audit.sources(),
                summary.lines(),
                summary.incidents(),
                summary.noise(),
                summary.needsHuman(),
                summary.unexpectedErrors(),
                summary.unknown(),
                audit.since() == null ? null : window(audit.since()),
                audit.unread(),
                summary.cells(),
                summary.noisiest(most).stream().map(LogsJson::sentence).toList());
    }

    private static Window window(Since since) {
        return new Window(
                since.since(), since.entries(), since.passed(), since.timed(), since.unreadable(), since.unplaced());
    }

    private static Sentence sentence(NoisySentence said) {
        return new Sentence(
                said.sentence(),
                said.category(),
                said.level(),
                said.incidents(),
                said.lines(),
                said.judged().isNoise(),
                said.judged().needsHuman(),
                said.rule(),
                said.why(),
                new Example(
                        said.source(),
                        said.example().line(),
                        said.example().lines(),
                        said.example().raw()));
    }
}

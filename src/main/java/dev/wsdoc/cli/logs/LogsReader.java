package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.cli.terminal.ProgressLine;
import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.logaudit.LogFile;
import dev.wsdoc.logaudit.Since;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Audits logs one after the other, until their end or until nobody wants to know any more. Used by the command's thread. */
final class LogsReader {
    private static final int MEGABYTE = 1_000_000;

    private final Console console;
    private final Rules rules;
    private final @Nullable Instant since;
    private final Instant now;
    private final Interruption interruption;
    private final ProgressLine progress;

    /** Entries from {@code since} on count, all if it is null; {@code now} tells the year of dates without one. */
    LogsReader(
            Console console,
            Rules rules,
            @Nullable Instant since,
            Instant now,
            Interruption interruption,
            ProgressLine progress) {
        this.console = console;
        this.rules = rules;
        this.since = since;
        this.now = now;
        this.interruption = interruption;
        this.progress = progress;
    }

    /** What is in the logs together; each entry is explained on the way if that is wanted. */
    LogsAudit read(List<LogInput> inputs, @Nullable LogsExplanation explanation) throws IOException {
        AuditSummary summary = new AuditSummary();
        Consumer<Judged> sink = explanation == null ? summary : summary.andThen(explanation);
        Since window = since == null ? null : new Since(since, ZoneId.systemDefault(), now, sink);
        for (LogInput input : inputs) {
            summary.from(input.name());
            if (window != null) {
                window.nextLog();
            }
            if (explanation != null && inputs.size() > 1) {
                explanation.from(input.name());
            }
            read(input, window == null ? sink : window, explanation);
        }
        if (explanation != null) {
            explanation.flush();
        }
        requireTimes(window);
        return new LogsAudit(inputs.stream().map(LogInput::name).toList(), summary, window);
    }

    private void read(LogInput input, Consumer<Judged> sink, @Nullable LogsExplanation explanation) throws IOException {
        try (InputStream raw = input.open();
                WatchedInput watched = watched(input, raw, explanation)) {
            LogFile.audit(input.text(watched), rules, sink);
        } catch (IOException e) {
            throw CommandFailure.couldNotRun(input.name() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private WatchedInput watched(LogInput input, InputStream raw, @Nullable LogsExplanation explanation)
            throws IOException {
        long size = input.size();
        WatchedInput.Watch watch = new WatchedInput.Watch(
                () -> interruption.isAsked() || console.isOutputGone(),
                explanation == null ? () -> {} : explanation::flush,
                explanation == null ? bytes -> show(input, bytes, size) : bytes -> {});
        return input.isFile() ? WatchedInput.ofFile(raw, watch) : WatchedInput.ofPipe(raw, watch);
    }

    private void show(LogInput input, long bytes, long size) {
        progress.at(input.name() + ", MB", (int) (bytes / MEGABYTE), (int) (size / MEGABYTE));
    }

    /** Without any time there is no answer, and none is not the same as nothing found. */
    private static void requireTimes(@Nullable Since window) {
        if (window != null && window.entries() > 0 && window.timed() == 0) {
            String why = window.unreadable() == 0
                    ? "no entry bears a time"
                    : "no entry bears a time with a date (the first is '" + window.unreadableExample() + "')";
            throw CommandFailure.couldNotRun("--since cannot be answered: " + why);
        }
    }
}

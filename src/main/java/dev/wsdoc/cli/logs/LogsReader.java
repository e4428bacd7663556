package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.cli.terminal.ProgressLine;
import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.logaudit.LogFile;
import dev.wsdoc.logaudit.Since;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.report.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Audits logs one after the other, until their end or until nobody wants to know any more. One that cannot be read is told of on stderr,
 * and the others are read. Used by the command's thread.
 */
final class LogsReader {
    private static final int MEGABYTE = 1_000_000;

    private final Console console;
    private final Scope scope;
    private final Interruption interruption;
    private final ProgressLine progress;

    LogsReader(Console console, Scope scope, Interruption interruption, ProgressLine progress) {
        this.console = console;
        this.scope = scope;
        this.interruption = interruption;
        this.progress = progress;
    }

    /** What is in the logs together; each entry is explained on the way if that is wanted. */
    LogsAudit read(List<LogInput> inputs, @Nullable LogsExplanation explanation) {
        AuditSummary summary = new AuditSummary();
        Consumer<Judged> sink = explanation == null ? summary : summary.andThen(explanation);
        Since window = scope.window(sink);
        List<String> read = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (LogInput input : inputs) {
            if (isOver() && !read.isEmpty()) {
                break;
            }
            summary.from(input.name());
            if (window != null) {
                window.nextLog();
            }
            if (explanation != null && inputs.size() > 1) {
                explanation.from(input.name());
            }
            read(input, window == null ? sink : window, explanation, read, unread);
        }
        if (explanation != null) {
            explanation.flush();
        }
        requireTimes(window);
        return new LogsAudit(read, summary, window, unread);
    }

    private boolean isOver() {
        return interruption.isAsked() || console.isOutputGone();
    }

    private void read(
            LogInput input,
            Consumer<Judged> sink,
            @Nullable LogsExplanation explanation,
            List<String> read,
            List<Unread> unread) {
        try (InputStream raw = input.open();
                WatchedInput watched = watched(input, raw, explanation)) {
            InputStream text = input.text(watched, scope.encoding());
            read.add(input.name());
            LogFile.audit(text, scope.encoding(), scope.rules(), sink);
        } catch (IOException e) {
            tell(new Unread(input.name(), why(e)), unread);
        }
    }

    private static String why(IOException e) {
        String message = String.valueOf(e.getMessage());
        boolean isTold = e.getClass() == IOException.class && !(e.getCause() instanceof IOException);
        return isTold ? message : "cannot be read: " + message;
    }

    private void tell(Unread one, List<Unread> unread) {
        progress.close();
        console.err().println("wsdoc: " + Printable.line(one.line()));
        unread.add(one);
    }

    private WatchedInput watched(LogInput input, InputStream raw, @Nullable LogsExplanation explanation)
            throws IOException {
        long size = input.size();
        WatchedInput.Watch watch = new WatchedInput.Watch(
                this::isOver,
                explanation == null ? () -> {} : explanation::flush,
                explanation == null ? bytes -> show(input, bytes, size) : bytes -> {});
        return input.isFile() ? WatchedInput.ofFile(raw, watch) : WatchedInput.ofPipe(raw, watch);
    }

    private void show(LogInput input, long bytes, long size) {
        progress.at(input.name() + ", MB", (int) (bytes / MEGABYTE), (int) (size / MEGABYTE));
    }

    /** Who interrupts is told what was found by then all the same. */
    private void requireTimes(@Nullable Since window) {
        String timeless = Scope.timeless(window);
        if (timeless != null && !interruption.isAsked()) {
            throw CommandFailure.couldNotRun("--since cannot be answered: " + timeless);
        }
    }
}

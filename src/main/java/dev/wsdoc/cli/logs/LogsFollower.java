package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.logaudit.Since;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.report.Printable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code wsdoc logs --follow}: logs side by side while they grow, until somebody interrupts or nothing can come any more. Files are read
 * from where they end now, or with {@code --since} from their beginning: what is there is judged by its time, what comes is not. Used
 * once, by the command's thread.
 */
final class LogsFollower {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final long LAST_LOOK = Duration.ofSeconds(5).toNanos();

    private final Console console;
    private final Scope scope;
    private final Interruption interruption;
    private final LogsExplanation explanation;
    private final Predicate<Judged> isShown;
    private final AuditSummary summary = new AuditSummary();
    private final List<FollowedLog> logs = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private boolean several;

    /** Shows those entries that are wanted; all are counted. */
    LogsFollower(
            Console console,
            Scope scope,
            Interruption interruption,
            LogsExplanation explanation,
            Predicate<Judged> isShown) {
        this.console = console;
        this.scope = scope;
        this.interruption = interruption;
        this.explanation = explanation;
        this.isShown = isShown;
    }

    /** What came. */
    LogsAudit follow(List<LogInput> inputs) throws IOException {
        several = inputs.size() > 1;
        Since window = scope.window(this::shown);
        try {
            inputs.forEach(input -> open(input, window));
            List<String> sources = logs.stream().map(FollowedLog::source).toList();
            if (!logs.isEmpty()) {
                say("following " + String.join(", ", sources) + "; Ctrl-C ends it with a summary");
            }
            catchUp(window);
            goOn();
            return new LogsAudit(sources, summary, window, unread);
        } finally {
            for (FollowedLog log : logs) {
                log.close();
            }
        }
    }

    private void open(LogInput input, @Nullable Since window) {
        try {
            boolean isMissing = input.isMissing();
            boolean readsPast = window != null && input.isFile();
            logs.add(new FollowedLog(
                    input.follow(scope.encoding(), readsPast),
                    scope.rules(),
                    readsPast,
                    sink(input.name(), window == null || input.isFile() ? this::shown : window)));
            if (isMissing) {
                say(input.name() + ": is not there yet, waiting for it");
            }
        } catch (IOException e) {
            tell(input.name(), String.valueOf(e.getMessage()));
        }
    }

    private Consumer<Judged> sink(String name, Consumer<Judged> next) {
        return judged -> {
            summary.from(name);
            if (several) {
                explanation.from(name);
            }
            next.accept(judged);
        };
    }

    private void shown(Judged judged) {
        summary.accept(judged);
        if (isShown.test(judged)) {
            explanation.accept(judged);
        }
    }

    /** Reads what files had before. */
    private void catchUp(@Nullable Since window) {
        if (window == null) {
            return;
        }
        for (FollowedLog log : logs) {
            if (log.readsPast()) {
                window.nextLog();
                log.judgedGoTo(sink(log.source(), window));
                while (!isOver() && poll(log, this::isOver)) {
                    explanation.flush();
                }
                log.judgedGoTo(sink(log.source(), this::shown));
            }
        }
        String timeless = Scope.timeless(window);
        if (timeless != null) {
            say("--since cannot be answered: " + timeless + "; what comes from now on is shown");
        }
    }

    private void goOn() {
        while (!isOver() && !logs.stream().allMatch(FollowedLog::isExhausted)) {
            boolean hasMore = false;
            for (FollowedLog log : logs) {
                hasMore |= poll(log, this::isOver);
            }
            explanation.flush();
            if (!hasMore) {
                interruption.isAskedWithin(BETWEEN_LOOKS);
            }
        }
        long until = System.nanoTime() + LAST_LOOK;
        BooleanSupplier isTooLate = () -> System.nanoTime() > until;
        for (FollowedLog log : logs) {
            while (poll(log, isTooLate) && !isTooLate.getAsBoolean()) {
                explanation.flush();
            }
            log.finish();
        }
        explanation.flush();
    }

    private boolean isOver() {
        return interruption.isAsked() || console.isOutputGone();
    }

    /** One that fails says so once and is asked again. */
    private boolean poll(FollowedLog log, BooleanSupplier isOver) {
        try {
            return log.poll(System.nanoTime(), isOver);
        } catch (IOException e) {
            tell(log.source(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void tell(String name, String why) {
        Unread one = new Unread(name, why);
        if (told.add(one.line())) {
            unread.add(one);
            say(one.line());
        }
    }

    private void say(String line) {
        console.err().println("wsdoc: " + Printable.line(line));
        console.err().flush();
    }
}

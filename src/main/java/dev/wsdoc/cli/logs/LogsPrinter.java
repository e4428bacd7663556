package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.report.Amount;
import java.util.List;
import java.util.Set;

/** Prints what was found, in the form that was asked for, and says how the command ends. Used by the command's thread. */
final class LogsPrinter {
    private final Console console;
    private final boolean json;
    private final int top;
    private final Interruption interruption;

    /** {@code top} sentences are shown of each kind. */
    LogsPrinter(Console console, boolean json, int top, Interruption interruption) {
        this.console = console;
        this.json = json;
        this.top = top;
        this.interruption = interruption;
    }

    /** Whether an entry is worth showing to somebody who watches. */
    static boolean isIncident(Judged judged) {
        return judged.needsHuman() || judged.isNoise() || judged.isUnknown();
    }

    LogsExplanation explanation() {
        LogsExplanation.Form form = json ? LogsExplanation.Form.JSON : LogsExplanation.Form.TEXT;
        return new LogsExplanation(console.out(), form, console.palette());
    }

    void audit(LogsAudit audit) {
        if (!audit.isEmpty()) {
            print(json ? LogsJson.of(audit, top, interruption) : text(audit));
        }
    }

    /** Behind what was explained before. */
    void summary(LogsAudit audit) {
        if (!audit.isEmpty()) {
            print(json ? LogsJson.line(audit, top, interruption) : System.lineSeparator() + text(audit));
        }
    }

    void comparison(LogsAudit before, LogsAudit after) {
        if (!before.isEmpty() && !after.isEmpty()) {
            print(
                    json
                            ? LogsJson.of(before, after, top, interruption)
                            : text(LogsComparisonText.lines(before, after, console.style())));
        }
    }

    boolean isInterrupted() {
        return interruption.isAsked();
    }

    private String text(LogsAudit audit) {
        return text(new LogsText(console.style(), top).lines(audit));
    }

    private static String text(List<String> lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private void print(String text) {
        console.out().print(text);
    }

    /** The exit code. */
    int end(LogsAudit audit, Set<FailOn> failOn) {
        if (interruption.isAsked()) {
            String lines = Amount.of(audit.summary().lines(), "line");
            console.err().println("wsdoc: interrupted after " + lines + ", so this is not the whole log");
            return ExitCode.INTERRUPTED.number();
        }
        boolean failed = false;
        for (FailOn reason : FailOn.values()) {
            if (failOn.contains(reason) && reason.count(audit.summary()) > 0) {
                console.err().println("wsdoc: " + reason.complaint(audit.summary()));
                failed = true;
            }
        }
        ExitCode code =
                !audit.unread().isEmpty() ? ExitCode.COULD_NOT_RUN : failed ? ExitCode.NOT_HEALTHY : ExitCode.HEALTHY;
        return code.number();
    }
}

package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.convert.SinceOption;
import dev.wsdoc.cli.terminal.ProgressLine;
import dev.wsdoc.evidence.encoding.Encoding;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import dev.wsdoc.logaudit.rule.RulesException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc logs}: what a server's log says of clients that vanish. Memory does not depend on the length of the log. */
@Command(
        name = "logs",
        header = "Audit a server's log: what is noise in it, and what needs a human.",
        description = {
            "The format is detected; an entry of several lines, such as a stack trace, is one incident. Noise is an"
                    + " expected disconnect above DEBUG. Compressed logs (gzip) are unpacked."
        },
        footer = {
            "  wsdoc logs app.log",
            "  docker logs app 2>&1 | wsdoc logs --since 2h --fail-on unexpected",
            "  wsdoc logs -f app.log worker.log",
            "  wsdoc logs --compare before.log after.log",
            "  wsdoc logs app.log --explain --json | jq 'select(.category == \"RESET\")'"
        })
public final class LogsCommand implements Callable<Integer> {
    private static final int MOST_SENTENCES = 1_000;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Logs; '-' is standard input, which is read if none is named.")
    private List<String> files = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Only entries from then on: 10m (ago), 2h30m, today, 2026-11-23, 2026-11-23T10:00 (local time, or with a zone)."
                            + " An entry without a time has that of the one before.")
    private @Nullable String since;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            description = "unexpected (what needs a human), noise, or both with a comma: exit with 3 if there is any.")
    private Set<FailOn> failOn = EnumSet.noneOf(FailOn.class);

    @Option(
            names = {"-f", "--follow"},
            description =
                    "Go on as the logs grow, through rotation and truncation; print each incident that needs a human, is noise or is"
                            + " unknown as it comes, and a summary at Ctrl-C. Begins at the end of a file, or where --since says.")
    private boolean follow;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "What the logs are in, such as windows-1251, GBK or UTF-16; otherwise UTF-8, UTF-16 if a log begins so, and lines"
                            + " that are neither are guessed.")
    private @Nullable String encoding;

    @Option(names = "--explain", description = "Show each entry, what it was found to be, by which rule and why.")
    private boolean explain;

    @Option(
            names = "--compare",
            description = "Compare two logs, BEFORE and AFTER: incidents, and by how much they were reduced.")
    private boolean compare;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "A YAML file with more rules, tried first; a known id takes that rule's place.")
    private @Nullable String rules;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "Show the N noisiest sentences, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--json",
            description =
                    "Print the audit as JSON; with --explain or --follow one object for each entry, on a line of its own.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (Interruption interruption = Interruption.watch()) {
            checkUsage();
            try {
                return run(interruption);
            } finally {
                wsdoc.console().flush(); // once the interruption is closed, nobody waits for what is still held back
            }
        }
    }

    private int run(Interruption interruption) throws IOException {
        Instant now = Instant.now();
        Instant from = since == null ? null : SinceOption.parse(since, ZoneId.systemDefault(), now);
        Scope scope = new Scope(rules(), encoding(), from, now);
        LogsPrinter printer = new LogsPrinter(wsdoc.console(), json, top, interruption);
        List<LogInput> inputs = LogInput.of(files);
        if (follow) {
            Predicate<Judged> shown = explain ? judged -> true : LogsPrinter::isIncident;
            LogsAudit audit =
                    new LogsFollower(wsdoc.console(), scope, interruption, printer.explanation(), shown).follow(inputs);
            printer.summary(audit);
            return printer.isInterrupted() ? ExitCode.INTERRUPTED.number() : printer.end(audit, failOn);
        }
        try (ProgressLine progress = new ProgressLine(wsdoc.console(), "wsdoc: ")) {
            return printer.end(
                    read(new LogsReader(wsdoc.console(), scope, interruption, progress), inputs, printer), failOn);
        }
    }

    private LogsAudit read(LogsReader reader, List<LogInput> inputs, LogsPrinter printer) {
        if (compare) {
            LogsAudit before = reader.read(inputs.subList(0, 1), null);
            LogsAudit after = reader.read(inputs.subList(1, 2), null);
            printer.comparison(before, after);
            return before.unread().isEmpty() ? after : before;
        }
        LogsAudit audit = reader.read(inputs, explain ? printer.explanation() : null);
        if (!explain) {
            printer.audit(audit);
        } else if (printer.isInterrupted()) {
            printer.summary(audit);
        }
        return audit;
    }

    private void checkUsage() {
        if (top < 1 || top > MOST_SENTENCES) {
            throw CommandFailure.wrongUsage("--top " + top + " is not between 1 and " + MOST_SENTENCES);
        }
        if (compare && (explain || follow)) {
            throw CommandFailure.wrongUsage(
                    "--compare and " + (explain ? "--explain" : "--follow") + " exclude each other");
        }
        if (compare && files.size() != 2) {
            throw CommandFailure.wrongUsage("--compare needs two logs, BEFORE and AFTER, but was given "
                    + (files.isEmpty() ? "none" : String.valueOf(files.size())));
        }
        if (files.isEmpty() && wsdoc.console().isInputTyped()) {
            throw CommandFailure.wrongUsage("no log was named; write 'wsdoc logs FILE', or give it one, as in"
                    + " 'docker logs app 2>&1 | wsdoc logs' (see 'wsdoc logs --help')");
        }
    }

    private Encoding encoding() {
        if (encoding == null) {
            return Encoding.FOUND_OUT;
        }
        try {
            return new Encoding(Charset.forName(encoding.strip()));
        } catch (IllegalArgumentException e) { // no such, or not even a name
            throw CommandFailure.wrongUsage("--encoding '" + encoding
                    + "' is not known; write it like UTF-8, UTF-16, ISO-8859-1, windows-1251 or GBK");
        }
    }

    private Rules rules() {
        if (rules == null) {
            return Rules.builtIn();
        }
        try {
            return Rules.builtIn().with(Path.of(rules));
        } catch (RulesException e) {
            throw CommandFailure.wrongUsage("--rules " + e.getMessage());
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage("--rules '" + rules + "' is not a file name: " + e.getReason());
        }
    }
}

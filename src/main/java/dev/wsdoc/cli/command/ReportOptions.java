package dev.wsdoc.cli.command;

import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.report.ReportFormat;
import dev.wsdoc.report.ReportSinks;
import dev.wsdoc.report.ReportSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which reports are written where. */
public final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FORMAT[=FILE]",
            description =
                    "Write a report: text, json, junit or markdown; to FILE, or to stdout (also '-'). May be given"
                            + " more than once; text goes to stdout unless another one does.")
    private List<String> reports = List.of();

    @Option(names = "--json", description = "The same as --report json=-.")
    private boolean json;

    /**
     * Makes sure that every report can be written, before the work is done.
     *
     * @throws IOException with one line that names the file that cannot be written, and why
     */
    public ReportSinks open(Console console) throws IOException {
        List<ReportSpec> specs = new ArrayList<>();
        CommandFailure.checkingUsage(
                        () -> reports.stream().map(ReportSpec::parse).toList())
                .forEach(specs::add);
        if (json) {
            specs.add(new ReportSpec(ReportFormat.JSON, null));
        }
        if (specs.stream().noneMatch(ReportSpec::isStandardOutput)) {
            specs.add(0, new ReportSpec(ReportFormat.TEXT, null));
        }
        try {
            return ReportSinks.open(specs, console.out());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}

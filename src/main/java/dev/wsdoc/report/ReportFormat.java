package dev.wsdoc.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms in which a report can be written down. */
public enum ReportFormat {
    /** For a person at a terminal. */
    TEXT,
    /** For programs; described by {@code report-v1.schema.json}. */
    JSON,
    /** JUnit XML, one test case per check, for CI servers. */
    JUNIT,
    /** GitHub-flavoured Markdown, for a CI job's step summary or a comment. */
    MARKDOWN;

    /** The name in options, such as {@code junit}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of this name, in any case.
     *
     * @throws IllegalArgumentException with one line that lists the known formats
     */
    public static ReportFormat parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown report format '" + Printable.line(text) + "'; known are " + known()));
    }

    private static String known() {
        return Arrays.stream(values()).map(ReportFormat::label).collect(Collectors.joining(", "));
    }

    /** Writes the whole report and flushes; the writer stays open. Only {@link #TEXT} heeds the style. */
    public void write(Report report, Writer out, TextStyle style) throws IOException {
        writer().write(report, out, style);
        out.flush();
    }

    private ReportWriter writer() {
        return switch (this) {
            case TEXT -> new TextReport();
            case JSON -> new JsonReport();
            case JUNIT -> new JunitReport();
            case MARKDOWN -> new MarkdownReport();
        };
    }
}

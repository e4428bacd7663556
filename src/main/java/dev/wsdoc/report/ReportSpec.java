package dev.wsdoc.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which report is wanted where, such as {@code junit=out.xml}.
 *
 * @param file null for standard output
 */
public record ReportSpec(ReportFormat format, @Nullable Path file) {

    /**
     * Reads {@code FORMAT}, {@code FORMAT=FILE} or {@code FORMAT=-}, where no file and {@code -} mean standard output.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with the text
     */
    public static ReportSpec parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return new ReportSpec(ReportFormat.parse(text), null);
        }
        ReportFormat format = ReportFormat.parse(text.substring(0, equals));
        String file = text.substring(equals + 1);
        if (file.isBlank()) {
            throw new IllegalArgumentException("report '" + Printable.line(text)
                    + "' names no file; write it like junit=out.xml, or junit=- for standard output");
        }
        return new ReportSpec(format, file.equals("-") || file.equals("/dev/stdout") ? null : path(file));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'" + Printable.line(file) + "' is not a file name: " + e.getReason(), e);
        }
    }

    public boolean isStandardOutput() {
        return file == null;
    }

    @Override
    public String toString() {
        return format.label() + "=" + (file == null ? "-" : file);
    }
}

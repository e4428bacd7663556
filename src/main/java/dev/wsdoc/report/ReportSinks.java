package dev.wsdoc.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places where the reports of one run go. Opened before the run, so that a file that cannot be written is found
 * before the work is done and not after it. Used by one thread.
 */
public final class ReportSinks {
    private final List<ReportSpec> specs;
    private final Writer standardOutput;

    private ReportSinks(List<ReportSpec> specs, Writer standardOutput) {
        this.specs = List.copyOf(specs);
        this.standardOutput = standardOutput;
    }

    /**
     * Finds out whether every file can be written, and leaves each as it is.
     *
     * @throws IllegalArgumentException when two reports would go to the same place
     * @throws IOException with one line that names the file that cannot be written, and why
     */
    public static ReportSinks open(List<ReportSpec> specs, Writer standardOutput) throws IOException {
        refuseSharedPlaces(specs);
        for (ReportSpec spec : specs) {
            if (spec.file() != null) {
                new ReportFile(spec.file()).probe();
            }
        }
        return new ReportSinks(specs, standardOutput);
    }

    private static void refuseSharedPlaces(List<ReportSpec> specs) throws IOException {
        for (int i = 0; i < specs.size(); i++) {
            for (ReportSpec later : specs.subList(i + 1, specs.size())) {
                if (isSamePlace(specs.get(i).file(), later.file())) {
                    throw new IllegalArgumentException("reports " + specs.get(i) + " and " + later
                            + " would both go to "
                            + (later.file() == null ? "standard output" : later.file())
                            + "; give each a file of its own");
                }
            }
        }
    }

    private static boolean isSamePlace(@Nullable Path one, @Nullable Path other) throws IOException {
        if (one == null || other == null) {
            return one == other;
        }
        return ReportFile.isSame(one, other);
    }

    /** Whether one of the reports goes to standard output. */
    public boolean usesStandardOutput() {
        return specs.stream().anyMatch(ReportSpec::isStandardOutput);
    }

    /**
     * Writes every report; when one of them fails the others are still written.
     *
     * @param style for reports on standard output; files get {@link TextStyle#FILE}
     * @throws IOException with one line, the first failure; later ones are suppressed in it
     */
    public void write(Report report, TextStyle style) throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (ReportSpec spec : specs) {
            try {
                if (spec.file() == null) {
                    spec.format().write(report, standardOutput, style);
                } else {
                    new ReportFile(spec.file()).write(out -> spec.format().write(report, out, TextStyle.FILE));
                }
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.get(0);
            failures.subList(1, failures.size()).forEach(first::addSuppressed);
            throw first;
        }
    }
}

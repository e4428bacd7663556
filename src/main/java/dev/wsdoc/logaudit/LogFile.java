package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Audits a log that is there as a whole, however large it is: it is read once, and one entry is held at a time. */
public final class LogFile {
    private LogFile() {}

    /**
     * Every entry of a file, in order; a name that ends in {@code .gz} is unpacked.
     *
     * @throws IOException if the file cannot be read
     */
    public static void audit(Path file, Rules rules, Consumer<Judged> sink) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (file.toString().endsWith(".gz")) {
                audit(new GZIPInputStream(in), rules, sink);
            } else {
                audit(in, rules, sink);
            }
        }
    }

    /** Every entry of a stream, in order, up to its end; the stream is left open. */
    public static void audit(InputStream in, Rules rules, Consumer<Judged> sink) throws IOException {
        LogAuditor auditor = new LogAuditor(rules, sink);
        LineReader lines = new LineReader(in);
        for (String line = lines.next(); line != null; line = lines.next()) {
            auditor.line(line);
        }
        auditor.flush();
    }
}

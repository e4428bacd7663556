package dev.wsdoc.logaudit;

import dev.wsdoc.evidence.LineCutter;
import dev.wsdoc.evidence.encoding.Encoding;
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
    private static final int READ_BYTES = 64 * 1024;

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
        audit(in, Encoding.FOUND_OUT, rules, sink);
    }

    /** The same of a stream whose encoding is known. What came before a failure is judged too. */
    public static void audit(InputStream in, Encoding encoding, Rules rules, Consumer<Judged> sink) throws IOException {
        LogAuditor auditor = new LogAuditor(rules, sink);
        LineCutter cutter = new LineCutter(encoding);
        try {
            read(in, cutter, auditor);
        } finally {
            cutter.end(auditor::line);
            auditor.flush();
        }
    }

    private static void read(InputStream in, LineCutter cutter, LogAuditor auditor) throws IOException {
        byte[] buffer = new byte[READ_BYTES];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            cutter.cut(buffer, 0, count, auditor::line);
        }
    }
}

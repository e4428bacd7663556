package dev.wsdoc.report;

import java.io.IOException;
import java.io.Writer;

/** One form of a report. Stateless. */
interface ReportWriter {

    /** Writes the whole report, a line break at its end; the writer stays open. */
    void write(Report report, Writer out, TextStyle style) throws IOException;
}

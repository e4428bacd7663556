package dev.wsdoc.report;

import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as JUnit XML in the dialect of Surefire and Ant, which CI servers read: one suite, one test case per check.
 * A failure carries what was expected, seen and is to be done; what was not checked is skipped; a warning passes and
 * says so in its {@code system-out}.
 */
final class JunitReport implements ReportWriter {

    @Override
    public void write(Report report, Writer out, TextStyle style) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            writeSuites(report, xml);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    private static void writeSuites(Report report, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuites");
        writeCounts(report, xml);
        indent(xml, 1);
        xml.writeStartElement("testsuite");
        writeCounts(report, xml);
        attribute(xml, "skipped", String.valueOf(Tally.of(report.findings()).notChecked()));
        attribute(xml, "timestamp", timestamp(report));
        writeProperties(report, xml);
        for (Finding finding : report.findings()) {
            writeCase(report.experiment(), finding, xml);
        }
        writeText(xml, "system-out", Figures.conclusion(report));
        if (report.interrupted()) {
            writeText(xml, "system-err", "The experiment was interrupted: the findings tell what was learnt so far.");
        }
        indent(xml, 1);
        xml.writeEndElement();
        indent(xml, 0);
        xml.writeEndElement();
    }

    private static void writeCounts(Report report, XMLStreamWriter xml) throws XMLStreamException {
        Tally tally = Tally.of(report.findings());
        attribute(xml, "name", "wsdoc " + report.experiment());
        attribute(xml, "tests", String.valueOf(tally.all()));
        attribute(xml, "failures", String.valueOf(tally.failed()));
        attribute(xml, "errors", "0");
        attribute(xml, "time", String.format(Locale.ROOT, "%.3f", report.durationMs() / 1000.0));
    }

    /** Local date and time without a zone, as the schema has it; wsdoc writes UTC. */
    private static String timestamp(Report report) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                report.startedAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private static void writeProperties(Report report, XMLStreamWriter xml) throws XMLStreamException {
        indent(xml, 2);
        xml.writeStartElement("properties");
        writeProperty(xml, "target", report.target());
        writeProperty(xml, "seed", String.valueOf(report.seed()));
        writeProperty(xml, "verdict", report.verdict().label());
        writeProperty(xml, "interrupted", String.valueOf(report.interrupted()));
        writeProperty(xml, "wsdoc_version", report.version());
        indent(xml, 2);
        xml.writeEndElement();
    }

    private static void writeProperty(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        indent(xml, 3);
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void writeCase(String experiment, Finding finding, XMLStreamWriter xml) throws XMLStreamException {
        indent(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "wsdoc." + experiment);
        attribute(xml, "name", finding.check().name());
        attribute(xml, "time", "0");
        switch (finding.outcome()) {
            case PASS -> {}
            case WARN -> writeText(xml, "system-out", "WARNING\n" + details(finding));
            case NOT_CHECKED -> {
                indent(xml, 3);
                xml.writeEmptyElement("skipped");
                attribute(xml, "message", finding.observed() + " (" + finding.remedy() + ")");
            }
            case FAIL -> writeFailure(finding, xml);
        }
        if (finding.outcome() != Outcome.PASS) {
            indent(xml, 2);
        }
        xml.writeEndElement();
    }

    private static void writeFailure(Finding finding, XMLStreamWriter xml) throws XMLStreamException {
        indent(xml, 3);
        xml.writeStartElement("failure");
        attribute(xml, "type", finding.check().name());
        attribute(xml, "message", "expected " + finding.expected() + ", observed " + finding.observed());
        xml.writeCharacters(Printable.block(details(finding)));
        xml.writeEndElement();
    }

    private static String details(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append("expected: ").append(finding.expected()).append('\n');
        text.append("observed: ").append(finding.observed()).append('\n');
        text.append("remedy:   ").append(finding.remedy()).append('\n');
        finding.evidence().forEach(line -> text.append("> ").append(line).append('\n'));
        return text.toString();
    }

    private static void writeText(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        indent(xml, 3);
        xml.writeStartElement(element);
        xml.writeCharacters(Printable.block(text));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.line(value));
    }

    private static void indent(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}

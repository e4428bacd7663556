package dev.wsdoc.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {

    @Test
    void isReadBySurefiresParserAsOneCasePerCheck() throws Exception {
        byte[] xml = bytes(SampleReports.sick());
        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(xml), UTF_8));
        ReportTestSuite suite = suites.get(suites.size() - 1);
        assertThat(suite.getNumberOfTests()).isEqualTo(4);
        assertThat(suite.getNumberOfFailures()).isEqualTo(1);
        assertThat(suite.getNumberOfSkipped()).isEqualTo(1);
        assertThat(suite.getNumberOfErrors()).isZero();
        assertThat(suite.getTestCases().stream().map(ReportTestCase::getName))
                .containsExactly(
                        "server.steady-before",
                        "log.no-unexpected-errors",
                        "log.expected-stays-quiet",
                        "count.stale-matches");
        assertThat(suite.getTestCases().stream().filter(ReportTestCase::hasFailure))
                .singleElement()
                .satisfies(failed -> assertThat(failed.getFailureDetail())
                        .contains("expected: no \"Unexpected error\" line")
                        .contains("observed: 100 lines")
                        .contains("remedy:   classify the exception by its type")
                        .contains("> 2026-11-22 20:31:38,123 ERROR"));
    }

    @Test
    void hasTargetAndSeedAsPropertiesAndTheWarningAsOutput() throws Exception {
        Document xml = parse(bytes(SampleReports.interrupted()));
        assertThat(property(xml, "target")).isEqualTo("ws://127.0.0.1:8000/ws/customer/s1");
        assertThat(property(xml, "seed")).isEqualTo("-42");
        assertThat(property(xml, "interrupted")).isEqualTo("true");
        Element warned = (Element) xml.getElementsByTagName("testcase").item(2);
        assertThat(warned.getElementsByTagName("failure").getLength()).isZero();
        assertThat(warned.getElementsByTagName("system-out").item(0).getTextContent())
                .startsWith("WARNING\nexpected: DEBUG\nobserved: 100 lines at INFO\n");
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-22T20:31:38");
        assertThat(suite.getAttribute("time")).isEqualTo("2.134");
    }

    @Test
    void staysWellFormedWhateverTheServerLogged() throws Exception {
        Document xml = parse(bytes(SampleReports.hostile()));
        String failure = xml.getElementsByTagName("failure").item(0).getTextContent();
        assertThat(failure).contains("\\x1b[2J\\x9b31m]]> <b>&amp;</b>").contains("x".repeat(100_000));
        assertThat(failure.replace("\n", "").codePoints().filter(Character::isISOControl))
                .isEmpty();
    }

    @Test
    void isASuiteWithoutCasesWhenNothingWasChecked() throws Exception {
        Element suite = (Element) parse(bytes(SampleReports.empty()))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("0");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isZero();
    }

    private static String property(Document xml, String name) {
        var properties = xml.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(name)) {
                return property.getAttribute("value");
            }
        }
        return "(no property " + name + ")";
    }

    private static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static byte[] bytes(Report report) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, UTF_8)) {
            ReportFormat.JUNIT.write(report, out, TextStyle.FILE);
        }
        return bytes.toByteArray();
    }
}

package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    @Test
    void putsTheVerdictFirstAndTheFailuresOnTop() throws IOException {
        assertThat(text(SampleReports.sick()))
                .startsWith("""
                        ## ❌ wsdoc chaos: unhealthy: 1 of 4 checks failed, 1 warning, 1 not checked

                        `ws://127.0.0.1:8000/ws/customer/s1` · seed -42 · took 2.13 s · wsdoc 0.1.0

                        |  | check | expected | observed | what to do |
                        |---|---|---|---|---|
                        | ❌ | log.no-unexpected-errors | no "Unexpected error" line | 100 lines | classify the exception by its type |
                        | ⚠️ | log.expected-stays-quiet | DEBUG | 100 lines at INFO | log expected ends at DEBUG |
                        """)
                .contains("\n|---|--:|--:|--:|--:|--:|--:|--:|---|\n")
                .contains("\n| abrupt | 100 | 100 | 98 | 4.20 ms | 9.00 ms | 1.23 s | 400 | cleaned 98 |\n")
                .contains("\n- nothing could be provoked: the server broadcasts nothing\n");
    }

    @Test
    void foldsQuotedLinesAway() throws IOException {
        assertThat(text(SampleReports.sick()))
                .contains("""
                        <details><summary>log.no-unexpected-errors (1 line)</summary>

                        ```text
                        2026-11-22 20:31:38,123 ERROR app - Unexpected error sending message to customer_s1-42: reset
                        ```

                        </details>
                        """)
                .contains(
                        "<details><summary>offending log lines (1 line)</summary>\n\n```text\nERROR another line\n```\n");
    }

    @Test
    void keepsForeignTextFromBreakingTablesFencesAndTags() throws IOException {
        String text = text(SampleReports.hostile());
        assertThat(text).doesNotContain("\u001b").doesNotContain("\u0000").doesNotContain("\u202e");
        assertThat(text.lines().filter(line -> line.startsWith("| ❌")))
                .singleElement()
                .satisfies(row -> assertThat(row.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(6));
        assertThat(text).contains("&lt;b&gt;&amp;amp;&lt;/b&gt; \\| \\`x\\`").contains("&#64;all \\[a\\]\\(b\\)");
        assertThat(text).contains("\n```````text\n").contains("\n``````\n```````\n");
        assertThat(text.length()).isLessThan(10_000);
    }

    @Test
    void hasNoTablesWhenThereIsNothingToShow() throws IOException {
        assertThat(text(SampleReports.empty()))
                .startsWith("## ❔ wsdoc chaos: inconclusive: nothing was checked\n")
                .doesNotContain("|");
    }

    private static String text(Report report) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.MARKDOWN.write(report, out, TextStyle.FILE);
        return out.toString();
    }
}

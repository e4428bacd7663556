package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final TextStyle PLAIN = new TextStyle(Palette.PLAIN, Glyphs.UNICODE, 100);

    @Test
    void showsFiguresThenFindingsThenTheVerdict() throws IOException {
        assertThat(text(SampleReports.sick(), PLAIN)).isEqualTo("""

wsdoc chaos  ws://127.0.0.1:8000/ws/customer/s1

Faults
  fault   opened  inflicted  noticed      p50      p99     max  log lines  noticed by
  abrupt     100        100       98  4.20 ms  9.00 ms  1.23 s        400  cleaned 98
  freeze       5          4        -        -        -       -          -  -

Bystanders
  9 of 10 alive · no messages to expect

Log
  /var/log/app.log · 312 lines · 300 entries · 100 unexpected errors
  lines by level: ERROR 100, DEBUG 200
  category         ERROR  DEBUG
  RESET                0    100
  (no disconnect)    100    100

Findings
  ✓ server.steady-before      echoed in 2.1 ms
  ✗ log.no-unexpected-errors
      expected  no "Unexpected error" line
      observed  100 lines
      remedy    classify the exception by its type
      > 2026-11-22 20:31:38,123 ERROR app - Unexpected error sending message to customer_s1-42: res…
  ! log.expected-stays-quiet
      expected  DEBUG
      observed  100 lines at INFO
      remedy    log expected ends at DEBUG
  – count.stale-matches
      expected  100 stale
      not seen  the server has no status page
      remedy    name its log with --log FILE

Offending log lines
  > ERROR another line

Notes
  nothing could be provoked: the server broadcasts nothing

UNHEALTHY: 1 of 4 checks failed, 1 warning, 1 not checked
seed -42 · took 2.13 s · wsdoc 0.1.0
""".stripLeading());
    }

    @Test
    void givesAPassedFindingOneLine() throws IOException {
        assertThat(text(SampleReports.healthy(), PLAIN))
                .contains("\n  ✓ server.steady-before      echoed in 2.1 ms\n")
                .contains("\n  ✓ log.no-unexpected-errors  none in 312 lines\n")
                .endsWith("\nHEALTHY: all 2 checks passed\nseed -42 · took 2.13 s · wsdoc 0.1.0\n");
    }

    @Test
    void saysOnceWhatSeveralChecksLacked() throws IOException {
        assertThat(text(SampleReports.blind(), PLAIN)).contains("""
                  – log.no-unexpected-errors
                      expected  no such line
                      not seen  no log was given
                      remedy    name one
                  – log.expected-stays-quiet, count.stale-matches
                      not seen  the server has no status page
                      remedy    name its log with --log FILE
                  ✓ server.steady-before      echoed in 2.1 ms
                """);
    }

    @Test
    void saysThatNothingWasCheckedInAnEmptyReport() throws IOException {
        assertThat(text(SampleReports.empty(), PLAIN)).isEqualTo("""
                        wsdoc chaos  ws://127.0.0.1:8000/ws/customer/s1

                        INCONCLUSIVE: nothing was checked
                        seed -42 · took 2.13 s · wsdoc 0.1.0
                        """);
    }

    @Test
    void marksAnInterruptedRun() throws IOException {
        assertThat(text(SampleReports.interrupted(), PLAIN))
                .contains("\nINTERRUPTED, so far UNHEALTHY: 1 of 4 checks failed");
    }

    @Test
    void keepsToAsciiWhereTheCharacterSetHasNoMore() throws IOException {
        TextStyle ascii = new TextStyle(Palette.PLAIN, Glyphs.of(StandardCharsets.US_ASCII), 60);
        String text = text(SampleReports.sick(), ascii);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
        assertThat(text).contains("  x log.no-unexpected-errors").contains("  + server.steady-before");
    }

    @Test
    void carriesNoEscapeSequencesUnlessColoured() throws IOException {
        assertThat(text(SampleReports.sick(), PLAIN)).doesNotContain("\u001b");
        assertThat(text(SampleReports.sick(), new TextStyle(Palette.ANSI, Glyphs.UNICODE, 100)))
                .contains("\u001b[1;31mUNHEALTHY\u001b[0m");
    }

    @Test
    void letsNoForeignTextSteerTheTerminal() throws IOException {
        String text = text(SampleReports.hostile(), PLAIN);
        assertThat(text.replace("\n", "").codePoints().filter(c -> Character.isISOControl(c) || c == 0x202e))
                .isEmpty();
        assertThat(text).contains("\\x1b[2J\\x9b31m").contains("\\u202e");
    }

    @Test
    void keepsWithinTheWidth() throws IOException {
        for (int width : new int[] {60, 80, 120}) {
            String text = text(SampleReports.hostile(), new TextStyle(Palette.PLAIN, Glyphs.UNICODE, width));
            assertThat(text.substring(text.indexOf("\nFindings\n")).lines().mapToInt(Printable::columns))
                    .allMatch(columns -> columns <= width);
        }
    }

    static String text(Report report, TextStyle style) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.TEXT.write(report, out, style);
        return out.toString();
    }
}

package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.evidence.LineCutter;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a log has in it, it is read to its end. */
final class RubbishTest {
    private static final String[] PIECES = {
        "ERROR:    ",
        "INFO:",
        "2026-11-22 19:36:07,123 ",
        "[",
        "]",
        "(",
        "<11>",
        "{\"level\":",
        "}",
        "\"",
        "Traceback (most recent call last):",
        "\n",
        "\r\n",
        "\n\n",
        "\tat ",
        "Caused by: ",
        " ---> ",
        "fail: a.B[1]\n",
        "panic: ",
        "goroutine 1 [running]:",
        "node:events:502",
        "Nov 22 19:36:07 ",
        "22/Nov/2026:19:36:07",
        "127.0.0.1 - - [",
        "app-1  | ",
        "\u001b[31m",
        "\u001b",
        "\u0000",
        "\ufeff",
        "E1122 ",
        "E, [",
        "time=",
        "level=",
        "msg=\"",
        "\\",
        "Connection reset",
        "closed",
        "websocket",
        "1006",
        "code=",
        "[Errno 104]",
        "EOF",
        "断开的管道",
        "\ud800",
        "|",
        " - ",
        ": ",
        "=ERROR REPORT====",
        "### ",
        "...",
        "#0 ",
        "File \"",
        "'",
        "handshake",
        "exceeded",
        "{\"log\":\"",
    };

    @RepeatedTest(200)
    void readsAnyMixtureOfWhatLogsAreMadeOf(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder log = new StringBuilder();
        while (log.length() < 20_000) {
            log.append(PIECES[random.nextInt(PIECES.length)]);
        }
        assertEveryLineIsRead(log.toString().getBytes(StandardCharsets.UTF_8));
    }

    @RepeatedTest(50)
    void readsAnyBytes(RepetitionInfo repetition) throws IOException {
        byte[] log = new byte[50_000];
        new Random(repetition.getCurrentRepetition()).nextBytes(log);
        assertEveryLineIsRead(log);
    }

    @RepeatedTest(20)
    void readsMutilatedLogs(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] log;
        try (InputStream in = Audits.open("jw.log")) {
            log = in.readAllBytes();
        }
        for (int i = 0; i < 300; i++) {
            log[random.nextInt(log.length)] = (byte) random.nextInt(256);
        }
        assertEveryLineIsRead(log);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    @Timeout(20)
    void readsLinesOfOneThingOverAndOver(String piece) throws IOException {
        String line = piece.replace("\n", "").repeat(300_000 / piece.length());
        String log = "INFO:     client closed " + line + "\nERROR:    " + line + "\n" + line
                + "\nException: closed 1006 client\n    at " + line + "\n" + line + "!\n";
        assertThat(audit(log.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }

    static Stream<String> pieces() {
        Stream<String> more = Stream.of(
                "a.",
                "1 ",
                "[a]",
                "[a] ",
                "---> ",
                ":1",
                "code",
                "client closed 1 ",
                "Exception.",
                "{\"a\":",
                "[[",
                "((",
                "<1>",
                "1 - ",
                "x: ",
                "client 1006 closed code=",
                "from 1:in `",
                "*handshake*failed ",
                "a b ",
                "1",
                " ",
                "message frame exceeded ",
                "-1 400 1 - - CD-- ");
        return Stream.concat(Stream.of(PIECES), more);
    }

    @Test
    void cutsALineOfTenMegabytesAndSaysSo() throws IOException {
        String huge = "ERROR:    " + "x".repeat(10_000_000) + "\nINFO:     connection closed\n";
        List<Judged> judged = audit(huge.getBytes(StandardCharsets.UTF_8));
        assertThat(judged).hasSize(2);
        assertThat(judged.get(0).entry().text())
                .endsWith("[cut: " + (10_000_010 - LineCutter.LONGEST) + " bytes more]");
        assertThat(judged.get(0).entry().raw()).hasSize(LogEntry.RAW_LIMIT);
        assertThat(judged.get(1).entry().line()).isEqualTo(2);
    }

    @Test
    void anEntryOfAMillionLinesHasABoundedText() throws IOException {
        String log = "ERROR:    boom\n" + "    at nowhere\n".repeat(1_000_000);
        List<Judged> judged = audit(log.getBytes(StandardCharsets.UTF_8));
        assertThat(judged).hasSize(1);
        assertThat(judged.get(0).entry().lines()).isEqualTo(1_000_001);
        assertThat(judged.get(0).entry().raw().length()).isLessThanOrEqualTo(LogEntry.RAW_LIMIT);
    }

    @Test
    void dropsTheHoleThatATruncatedLogBeginsWith() throws IOException {
        List<Judged> judged = audit("\0\0\0\0ERROR:    Broken pipe\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(judged.get(0).entry().text()).isEqualTo("Broken pipe");
    }

    private static void assertEveryLineIsRead(byte[] log) throws IOException {
        long read = 0;
        long first = 0;
        long own = 0;
        for (Judged judged : audit(log)) {
            assertThat(judged.entry().line()).isGreaterThan(first);
            first = judged.entry().line();
            own += judged.entry().lines();
            read = Math.max(read, first + judged.entry().lines() - 1);
        }
        assertThat(own).isLessThanOrEqualTo(log.length);
        long lines = new String(log, StandardCharsets.ISO_8859_1).lines().count();
        assertThat(read).isLessThanOrEqualTo(log.length).isGreaterThan(lines / 4);
    }

    private static List<Judged> audit(byte[] log) throws IOException {
        List<Judged> judged = new ArrayList<>();
        LogFile.audit(new ByteArrayInputStream(log), Rules.builtIn(), judged::add);
        return judged;
    }
}

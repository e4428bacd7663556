package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is found depends neither on whose lines stand between, nor on the pieces in which a log is read. */
final class InterleavingTest {
    @RepeatedTest(100)
    void findsOfTwoServicesInOneStreamWhatEachSays(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> logs = plainLogs();
        Deque<String> one = lines(logs.get(random.nextInt(logs.size())));
        Deque<String> other = lines(logs.get(random.nextInt(logs.size())));
        List<String> expected = new ArrayList<>(said(one, "board-1  | "));
        expected.addAll(said(other, "gate-1   | "));

        StringBuilder stream = new StringBuilder();
        while (!one.isEmpty() || !other.isEmpty()) {
            boolean first = other.isEmpty() || (!one.isEmpty() && random.nextBoolean());
            stream.append(first ? "board-1  | " : "gate-1   | ")
                    .append(first ? one.remove() : other.remove())
                    .append('\n');
        }
        assertThat(said(Audits.of(stream.toString()))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @RepeatedTest(50)
    void findsTheSameHoweverTheBytesCome(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] log = String.join("\n", plainLogs()).getBytes(StandardCharsets.UTF_8);
        assertThat(said(read(new ByteArrayInputStream(log)))).isEqualTo(said(read(new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < log.length ? log[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int count = Math.min(Math.min(length, log.length - at), 1 + random.nextInt(40));
                System.arraycopy(log, at, buffer, offset, Math.max(0, count));
                at += count;
                return count == 0 ? -1 : count;
            }
        })));
    }

    @Test
    void anEntryIsCompleteWhenItsSourceWasSilentForLong() {
        List<Judged> judged = new ArrayList<>();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged::add);
        auditor.line("board-1  | ERROR:    push failed");
        for (int i = 0; i < 1000; i++) {
            auditor.line("gate-1   | INFO:     open");
        }
        assertThat(judged).hasSizeGreaterThan(500);
        assertThat(judged.get(0).entry().text()).isEqualTo("push failed");
        assertThat(auditor.openLine()).isEqualTo(1001);
        assertThat(auditor.isInTrouble()).isFalse();
    }

    @Test
    void severalEntriesMayBeOpenAndAnyOfThemInTrouble() {
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged -> {});
        auditor.line("board-1  | Traceback (most recent call last):");
        auditor.line("gate-1   | INFO:     open");
        assertThat(auditor.isInTrouble()).isTrue();
        assertThat(auditor.asksForMore()).isTrue();
        assertThat(auditor.openLine()).isEqualTo(2);
        auditor.flush();
        assertThat(auditor.openLine()).isZero();
    }

    /** Sources without number keep a bounded number of entries open. */
    @Test
    void manySourcesCostNoMemory() {
        List<Judged> judged = new ArrayList<>();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged::add);
        for (int i = 0; i < 5000; i++) {
            auditor.line("Nov 24 10:00:00 quay app[" + i + "]: ERROR push failed");
        }
        assertThat(judged).hasSizeGreaterThan(4900);
        auditor.flush();
        assertThat(judged).hasSize(5000);
    }

    private static List<String> said(Deque<String> lines, String prefix) {
        StringBuilder log = new StringBuilder();
        lines.forEach(line -> log.append(prefix).append(line).append('\n'));
        return said(Audits.of(log.toString()));
    }

    private static List<String> said(List<Judged> judged) {
        return judged.stream()
                .map(one -> one.entry().level() + " " + one.category() + " "
                        + one.entry().raw())
                .toList();
    }

    private static List<Judged> read(InputStream in) throws IOException {
        List<Judged> judged = new ArrayList<>();
        LogFile.audit(in, Rules.builtIn(), judged::add);
        return judged;
    }

    private static Deque<String> lines(String log) {
        return new ArrayDeque<>(List.of(log.split("\n", -1)));
    }

    /** Logs without a prefix of their own. */
    private static List<String> plainLogs() throws IOException {
        List<String> logs = new ArrayList<>();
        try (InputStream in = Audits.open("assembly.yaml")) {
            for (JsonNode log : new YAMLMapper().readTree(in)) {
                String text = log.path("log").asText();
                if (text.lines()
                        .noneMatch(line -> line.contains("  | ") || line.contains("4410]:") || line.contains("app["))) {
                    logs.add(text);
                }
            }
        }
        return logs;
    }
}

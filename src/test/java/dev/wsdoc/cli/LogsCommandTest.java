package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wsdoc logs} on what running servers have written. */
class LogsCommandTest {
    private static final String UVICORN = captured("uv_ws.log");
    private static final String SPRING = captured("sb.log");
    private static final String JAVA_WEBSOCKET = captured("jw.log");
    private static final String NODE = captured("nodews.log");

    @TempDir
    private Path folder;

    static String captured(String log) {
        return Path.of("src/test/resources/dev/wsdoc/logaudit", log).toString();
    }

    @Test
    void tellsNoiseFromWhatNeedsAHuman() {
        CommandLineRun run = CommandLineRun.of("logs", UVICORN, JAVA_WEBSOCKET);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("uv_ws.log, " + JAVA_WEBSOCKET)
                .containsPattern("CLOSED +15 \\(861\\)")
                .contains("Needs a human: 5 incidents")
                .contains("Noise: 39 incidents")
                .contains("15 x (861 lines)  ERROR  CLOSED  Exception in ASGI application")
                .contains("e.g. " + UVICORN + ":11: ERROR:    Exception in ASGI application")
                .contains("rule closed.polite: The peer said goodbye");
    }

    @Test
    void saysWhatAnEmptyLogLacks() throws IOException {
        CommandLineRun run = CommandLineRun.of("logs", write("empty.log", ""));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("0 lines · 0 incidents")
                .contains("Needs a human: no error that nobody expected")
                .contains("Noise: no expected disconnect above DEBUG");
    }

    @Test
    void failsOnNoiseOnlyIfItIsAskedTo() {
        assertThat(CommandLineRun.of("logs", UVICORN).exitCode()).isZero();
        CommandLineRun run = CommandLineRun.of("logs", UVICORN, "--fail-on", "noise");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("wsdoc: 25 incidents of noise: expected disconnects above DEBUG (--fail-on noise)"
                        + System.lineSeparator());
    }

    @Test
    void failsOnWhatNeedsAHumanOnlyIfThereIsSuch() {
        assertThat(CommandLineRun.of("logs", UVICORN, "--fail-on", "unexpected").exitCode())
                .isZero();
        CommandLineRun run = CommandLineRun.of("logs", JAVA_WEBSOCKET, "--fail-on", "unexpected,noise");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines()).hasSize(2).first().asString().contains("5 incidents needing a human");
    }

    @Test
    void explainsEachEntry() {
        CommandLineRun run = CommandLineRun.of("logs", "--explain", UVICORN);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("""
                        line 11-58  ERROR  CLOSED  Exception in ASGI application
                            rule closed.polite: The peer said goodbye (close code 1000 or 1001).
                        """).contains("  no disconnect  ").doesNotContain("Noise");
    }

    @Test
    void namesTheFileOfAnEntryWhereThereAreSeveral() {
        CommandLineRun run = CommandLineRun.of("logs", "--explain", UVICORN, NODE);
        assertThat(run.out()).contains(UVICORN + ":11-58  ERROR").contains(NODE + ":2  -  CLOSED  close 1000");
    }

    @Test
    void comparesTwoLogs() throws IOException {
        String before = write("before.log", "ERROR:    Broken pipe\n".repeat(2_000) + "INFO:     hello\n");
        String after = write("after.log", "ERROR:    Broken pipe\nWARNING:  Connection reset by peer\n");
        CommandLineRun run = CommandLineRun.of("logs", "--compare", before, after);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("BROKEN_PIPE +ERROR +2000 +1  99\\.9 % less")
                .containsPattern("RESET +WARN +0 +1  new: none before")
                .containsPattern("\\(no disconnect\\) +INFO +1 +0  100\\.0 % less")
                .containsPattern("noise +2000 +2  99\\.9 % less")
                .containsPattern("needs a human +0 +0  none before, none after");
    }

    @Test
    void judgesTheLogAfterWhenItCompares() {
        assertThat(CommandLineRun.of("logs", "--compare", JAVA_WEBSOCKET, UVICORN, "--fail-on", "unexpected")
                        .exitCode())
                .isZero();
        assertThat(CommandLineRun.of("logs", "--compare", UVICORN, JAVA_WEBSOCKET, "--fail-on", "unexpected")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void beginsAtAPointInTime() throws IOException {
        JsonNode audit = audit(SPRING, "--since", "2026-11-22T19:34:30Z");
        assertThat(audit.get("incidents").asInt()).isBetween(1, 70);
        assertThat(audit.at("/since/incidents").asInt()).isGreaterThan(70);
        assertThat(audit.at("/since/from").asText()).isEqualTo("2026-11-22T19:34:30Z");
    }

    @Test
    void beginsSomeTimeAgo() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String log = write(
                "now.log",
                now.minusSeconds(7_200) + " ERROR app: Broken pipe\n" + now.minusSeconds(60)
                        + " ERROR app: Connection reset by peer\n");
        JsonNode audit = audit(log, "--since", "10m");
        assertThat(audit.get("incidents").asInt()).isEqualTo(1);
        assertThat(audit.at("/cells/0/category").asText()).isEqualTo("RESET");
        assertThat(audit(log, "--since", "3h").get("incidents").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhichEntriesCouldNotBePlacedInTime() throws IOException {
        String log = write("mixed.log", """
                ERROR app: before any time
                2026-11-22T19:00:00Z ERROR app: Broken pipe
                ERROR app: with the one before
                19:31:19.747 ERROR app: of some day
                2026-11-22T20:00:00Z ERROR app: Broken pipe
                """);
        CommandLineRun run = CommandLineRun.of("logs", log, "--since", "2026-11-22T18:00Z");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("4 of 5 incidents are from then or later; ")
                .contains("1 incident before the first time was left out: nothing tells when it was written")
                .contains("1 incident had a time that names no point in time, such as '19:31:19.747'");
    }

    @Test
    void doesNotPretendToKnowTheTimesOfALogThatHasNone() {
        assertThat(CommandLineRun.of("logs", UVICORN, "--since", "10m"))
                .isEqualTo(failure("--since cannot be answered: no entry bears a time"));
        assertThat(CommandLineRun.of("logs", JAVA_WEBSOCKET, "--since", "10m"))
                .isEqualTo(failure("--since cannot be answered: no entry bears a time with a date"
                        + " (the first is '19:31:19.747')"));
    }

    @Test
    void takesMoreRulesFromAFile() throws IOException {
        String rules = write("rules.yaml", """
                - id: mine.sky
                  kind: cause
                  category: CLOSED
                  what: Here the sky falls when a client leaves.
                  match: {any: [the sky fell]}
                """);
        String log = write("sky.log", "ERROR:    the sky fell\n");
        assertThat(audit(log).at("/cells/0/category").asText()).isEqualTo("UNEXPECTED");
        JsonNode judged = audit(log, "--rules", rules);
        assertThat(judged.at("/cells/0/category").asText()).isEqualTo("CLOSED");
        assertThat(judged.at("/sentences/0/rule").asText()).isEqualTo("mine.sky");
    }

    @Test
    void unpacksACompressedLogWhateverItsName() throws IOException {
        Path packed = folder.resolve("app.log.1");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(Path.of(UVICORN)));
        }
        assertThat(audit(packed.toString()).get("cells"))
                .isEqualTo(audit(UVICORN).get("cells"));
    }

    @Test
    void readsOnThroughRubbishAndEndlessLines() throws IOException {
        Path log = folder.resolve("mixed.log");
        byte[] rubbish = new byte[100_000];
        new Random(7).nextBytes(rubbish);
        byte[] captured = Files.readAllBytes(Path.of(UVICORN));
        try (OutputStream out = Files.newOutputStream(log)) {
            out.write(captured);
            out.write(rubbish);
            out.write(("\n" + "x".repeat(10_000_000) + "\n").getBytes(UTF_8));
            out.write(captured);
        }
        JsonNode cells = audit(log.toString()).get("cells");
        assertThat(cells.get(0).get("category").asText()).isEqualTo("CLOSED");
        assertThat(cells.get(0).get("incidents").asInt()).isEqualTo(30);
    }

    @Test
    void countsTheWholeWhenItShowsTheTop() throws IOException {
        JsonNode audit = audit(SPRING, "--top", "1");
        assertThat(audit.get("sentences")).hasSize(1);
        assertThat(audit.get("noise").asInt()).isEqualTo(34);
        assertThat(CommandLineRun.of("logs", SPRING, "--top", "1").out()).containsPattern("and \\d+ more sentences");
    }

    private static JsonNode audit(String log, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("logs", log, "--json"));
        args.addAll(List.of(options));
        CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Json.mapper().readTree(run.out()).get("audit");
    }

    private static CommandLineRun failure(String line) {
        return new CommandLineRun(1, "", "wsdoc: " + line + System.lineSeparator());
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}

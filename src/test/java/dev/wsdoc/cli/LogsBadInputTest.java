package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wsdoc.Integration;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.cli.terminal.Console.Reader.Place;
import dev.wsdoc.report.Glyphs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code wsdoc logs} says, in one line, of what it cannot use. */
@Integration
class LogsBadInputTest {
    private static final String LOG = LogsCommandTest.captured("jw.log");

    @TempDir
    private Path folder;

    @Test
    void oneThatCannotBeReadDoesNotHideTheOthers() {
        assertThat(CommandLineRun.of("logs", "none.log")).isEqualTo(end(1, "none.log: no such file"));
        CommandLineRun run = CommandLineRun.of("logs", folder.toString(), LOG, "none.log");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "wsdoc: " + folder + ": is a directory; name the log files in it",
                        "wsdoc: none.log: no such file");
        assertThat(run.out()).contains("wsdoc logs  " + LOG + " ", "not read: none.log: no such file");
        assertThat(CommandLineRun.of("logs", LOG, "none.log", "--compare")).isEqualTo(end(1, "none.log: no such file"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void namesTheFileThatMayNotBeRead() throws IOException {
        Path log = Files.writeString(folder.resolve("secret.log"), "x");
        Files.setPosixFilePermissions(log, Set.<PosixFilePermission>of());
        assumeThat(Files.isReadable(log)).as("root reads everything").isFalse();
        assertThat(CommandLineRun.of("logs", log.toString()))
                .isEqualTo(end(1, log + ": cannot be read: permission denied"));
    }

    @Test
    void doesNotCallRubbishAQuietLog() throws IOException {
        Path rubbish = folder.resolve("rubbish");
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        bytes[0] = 'E';
        Files.write(rubbish, bytes);
        CommandLineRun run = CommandLineRun.of("logs", rubbish.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("rubbish: is no text: ");
    }

    @Test
    void readsWhatWindowsRedirectsAndWhatIsNamed() throws IOException {
        Path wide = Files.write(folder.resolve("wide.log"), "\ufeffERROR Broken pipe\n".getBytes(UTF_16LE));
        assertThat(CommandLineRun.of("logs", wide.toString(), "--explain").out())
                .startsWith("line 1  ERROR  BROKEN_PIPE  Broken pipe\n");
        Path russian = Files.write(folder.resolve("koi.log"), "INFO Связь есть\n".getBytes(Charset.forName("KOI8-R")));
        assertThat(CommandLineRun.of("logs", russian.toString(), "--explain", "--encoding", "koi8-r")
                        .out())
                .contains("Связь есть");
        assertThat(CommandLineRun.of("logs", LOG, "--encoding", "klingon"))
                .isEqualTo(
                        end(
                                2,
                                "--encoding 'klingon' is not known; write it like UTF-8, UTF-16, ISO-8859-1, windows-1251 or GBK"));
    }

    @Test
    void saysHowToReadWhatIsCompressed() throws IOException {
        Path packed = Files.write(folder.resolve("app.xz"), new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0});
        assertThat(CommandLineRun.of("logs", packed.toString()))
                .isEqualTo(end(1, packed + ": is compressed by xz; try 'xzcat " + packed + " | wsdoc logs -'"));
    }

    @Test
    void saysThatAnArchiveIsBroken() throws IOException {
        Path torn = Files.write(folder.resolve("torn.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        CommandLineRun run = CommandLineRun.of("logs", torn.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("wsdoc: " + torn + ": cannot be read: ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "- id: a\\n  kind: cause\\n  categry: closed    | 3:12: a rule has no field 'categry'",
                "- id: a\\n  kind: cause\\n  category: shut     | 3:13: category 'shut' is none of [closed, ",
                "- id: [a\\n  kind: cause                       | 1:7: id must be a text",
                "- id: a\\n  kind: cause\\n  category: closed   | 1:3: ",
            })
    void showsWhereARulesFileIsWrong(String yaml, String complaint) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), yaml.replace("\\n", "\n"));
        CommandLineRun run = CommandLineRun.of("logs", LOG, "--rules", rules.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("wsdoc: --rules " + rules + ":" + complaint)
                .hasLineCount(1);
    }

    @Test
    void readsPastTheNulsOfALogThatWasTruncatedUnderItsWriter() throws IOException {
        Path log =
                Files.write(folder.resolve("sparse.log"), "\0\0\0\0ERROR: Connection reset by peer\n".getBytes(UTF_8));
        CommandLineRun run = CommandLineRun.of("logs", log.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("RESET");
        Path hollow = Files.write(folder.resolve("hollow.log"), new byte[100]);
        assertThat(CommandLineRun.of("logs", hollow.toString()).exitCode()).isZero();
    }

    @Test
    void saysThatARulesFileIsNone() {
        assertThat(CommandLineRun.of("logs", LOG, "--rules", "none.yaml"))
                .isEqualTo(end(2, "--rules none.yaml: no such file"));
        assertThat(CommandLineRun.of("logs", LOG, "--rules", folder.toString()))
                .isEqualTo(end(2, "--rules " + folder + ": is a directory"));
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThat(CommandLineRun.of("logs", LOG, "--top", "0")).isEqualTo(end(2, "--top 0 is not between 1 and 1000"));
        assertThat(CommandLineRun.of("logs", LOG, "--top", "1001"))
                .isEqualTo(end(2, "--top 1001 is not between 1 and 1000"));
        assertThat(CommandLineRun.of("logs", "--compare"))
                .isEqualTo(end(2, "--compare needs two logs, BEFORE and AFTER, but was given none"));
        assertThat(CommandLineRun.of("logs", LOG, "--compare"))
                .isEqualTo(end(2, "--compare needs two logs, BEFORE and AFTER, but was given 1"));
        assertThat(CommandLineRun.of("logs", LOG, LOG, "--compare", "--explain"))
                .isEqualTo(end(2, "--compare and --explain exclude each other"));
        assertThat(CommandLineRun.of("logs", LOG, LOG, "--compare", "-f"))
                .isEqualTo(end(2, "--compare and --follow exclude each other"));
        assertThat(CommandLineRun.of("logs", "-", "-")).isEqualTo(end(2, "'-' (stdin) can be read only once"));
        assertThat(CommandLineRun.of("logs", LOG, "--since", "soon").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("logs", LOG, "--fail-on", "all").exitCode())
                .isEqualTo(2);
    }

    @Test
    void waitsForNobodyToType() {
        StringWriter err = new StringWriter();
        Console.Reader typing = new Console.Reader(
                Place.TERMINAL, Place.ELSEWHERE, Place.ELSEWHERE, Glyphs.UNICODE, Map.<String, String>of());
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), typing);
        assertThat(Main.run(console, "logs")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("wsdoc: no log was named; write 'wsdoc logs FILE', ")
                .hasLineCount(1);
    }

    private static CommandLineRun end(int code, String line) {
        return new CommandLineRun(code, "", "wsdoc: " + line + System.lineSeparator());
    }
}

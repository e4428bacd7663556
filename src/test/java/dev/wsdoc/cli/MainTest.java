package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.cli.terminal.Console.Reader.Place;
import dev.wsdoc.report.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String NOBODY = "ws://127.0.0.1:1/";

    @Test
    void printsItsVersionOnStandardOutput() {
        CommandLineRun run = CommandLineRun.of("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("wsdoc \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--no-such-option   | unknown option '--no-such-option' (see 'wsdoc --help')",
                "serve --prot=1     | unknown option '--prot'; did you mean '--port'? (see 'wsdoc serve --help')",
                "statsu             | unknown command 'statsu'; did you mean 'status'? (see 'wsdoc --help')",
                "help serv          | unknown command 'serv'; did you mean 'serve'? (see 'wsdoc --help')",
                "status a:1 b:2     | unexpected argument 'b:2' (see 'wsdoc status --help')",
                "serve --port x     | invalid value for option '--port': 'x' is not an int (see 'wsdoc serve --help')",
                "serve --port 65536 | --port 65536 is not between 0 and 65535",
                "status --limit -1  | --limit -1 is not between 0 and 10000",
                "status --limit 10001 | --limit 10001 is not between 0 and 10000",
                "status ftp://x     | 'ftp://x' has the scheme 'ftp'; use ws, wss, http or https",
                "serve --ping-interval 1y | invalid value for option '--ping-interval': '1y' is not a duration; write it like 500ms, 1.5s, 2m or 1h: there is no unit 'y' (see 'wsdoc serve --help')",
            })
    void answersWrongUsageWithOneLineAndExitCodeTwo(String arguments, String line) {
        CommandLineRun run = CommandLineRun.of(arguments.split(" ", -1));
        assertThat(run).isEqualTo(new CommandLineRun(2, "", "wsdoc: " + line + System.lineSeparator()));
    }

    @Test
    void explainsItselfOnStandardErrorWhenNoCommandIsGiven() {
        CommandLineRun run = CommandLineRun.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: wsdoc").contains("status").contains("Exit codes: 0 healthy");
    }

    @Test
    void showsHelpWithExamplesOnStandardOutput() {
        CommandLineRun run = CommandLineRun.of("serve", "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Usage: wsdoc serve [OPTIONS]")
                .contains("--max-queued")
                .contains("Examples:");
        assertThat(CommandLineRun.of("help", "serve")).isEqualTo(run);
        assertThat(CommandLineRun.of("help")).isEqualTo(CommandLineRun.of("--help"));
    }

    @Test
    void showsAStackTraceOnlyWhenAsked() {
        assertThat(CommandLineRun.of("status", "ws://[bad", "--debug").err()).contains("\tat dev.wsdoc.");
        assertThat(CommandLineRun.of("status", "ws://[bad").err())
                .doesNotContain("\tat ")
                .hasLineCount(1);
        assertThat(CommandLineRun.on(Place.ELSEWHERE, Map.of("WSDOC_DEBUG", "1"), "status", "ws://[bad")
                        .err())
                .contains("\tat dev.wsdoc.");
    }

    @Test
    void endsWithOneWhenItCouldNotRun() {
        CommandLineRun run = CommandLineRun.of("cleanup", NOBODY);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(
                        "wsdoc: http://127.0.0.1:1/api/debug/cleanup-websockets cannot be reached: Connection refused")
                .hasLineCount(1);
    }

    @Test
    void endsWithOneWhenItsOutputIsLost() {
        assertThat(withoutRoom("--version")).isEqualTo("1 wsdoc: cannot write to standard output: disk full");
        assertThat(withoutRoom("status", "ftp://x")).startsWith("2 wsdoc: 'ftp://x' has the scheme 'ftp'");
    }

    /** The exit code and what stood on standard error. */
    private static String withoutRoom(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        Console.Reader reader = new Console.Reader(Place.ELSEWHERE, Place.ELSEWHERE, Glyphs.UNICODE, Map.of());
        Console console = Console.on(full, err, reader, UTF_8);
        int exitCode = Main.run(console, args);
        return (exitCode + " " + err.toString(UTF_8)).strip();
    }

    @Test
    void letsNoArgumentSteerTheTerminal() {
        assertThat(CommandLineRun.of("\u001b[2J").err()).contains("'\\x1b[2J'").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({
        "TERMINAL,  '',         auto,   true",
        "TERMINAL,  NO_COLOR=1, auto,   false",
        "TERMINAL,  TERM=dumb,  auto,   false",
        "TERMINAL,  '',         never,  false",
        "TERMINAL,  NO_COLOR=1, always, true",
        "ELSEWHERE, '',         auto,   false",
        "ELSEWHERE, '',         always, true",
    })
    void coloursTerminalsUnlessToldOtherwise(Place place, String variable, String mode, boolean isColored) {
        String[] entry = variable.split("=", 2);
        Map<String, String> environment = entry.length == 2 ? Map.of(entry[0], entry[1]) : Map.of();
        CommandLineRun run = CommandLineRun.on(place, environment, "--help", "--color", mode);
        assertThat(run.out().contains("\u001b[")).isEqualTo(isColored);
    }

    /** Each also where no other command is looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {"chaos", "faults", "logs", "compare", "serve", "status", "cleanup", "reset-rate-limits", "help"})
    void everyCommandIsFoundByItsName(String name) {
        CommandLineRun run = CommandLineRun.of(name, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: wsdoc " + name).contains("--color");
        assertThat(CommandLineRun.of("--color", "never", name, "--help")).isEqualTo(run);
        assertThat(CommandLineRun.of("help").out()).contains("\n  " + name + " ");
    }
}

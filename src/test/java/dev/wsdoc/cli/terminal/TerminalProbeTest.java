package dev.wsdoc.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalProbeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/3, true",
        "/dev/tty1, true",
        "/dev/console, true",
        "/dev/null, false",
        "pipe:[4711], false",
        "/tmp/dev/pts/3, false"
    })
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void knowsATerminalByWhatADescriptorIsOpenOn(String file, boolean isTerminal) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("1"), Path.of(file));
        try {
            assertThat(TerminalProbe.isTerminal(1, link)).isEqualTo(isTerminal);
        } finally {
            Files.delete(link);
        }
    }

    /** Where nothing tells what a descriptor is, the shell's own test does. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void asksTheSystemWhereThereAreNoLinks() {
        Path real = Path.of("/proc/self/fd/1");
        assumeThat(real).isSymbolicLink();

        assertThat(TerminalProbe.isTerminal(1, folder.resolve("none"))).isEqualTo(TerminalProbe.isTerminal(1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "120, 120", "99999, 99999"})
    void believesTheVariable(String variable, int columns) {
        assertThat(TerminalProbe.columns(variable)).isEqualTo(columns);
    }

    /** The terminal itself, if there is one, says the same to all of them. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "wide", "-80", "100000", "80.5"})
    void asksTheTerminalWhereTheVariableIsNoNumber(String variable) {
        assertThat(TerminalProbe.columns(variable)).isEqualTo(TerminalProbe.columns("0"));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, UTF-8, ISO-8859-1",
        ", UTF-16, UTF-16",
        "no such set, US-ASCII, US-ASCII",
        "x-unheard-of, US-ASCII, US-ASCII"
    })
    void takesTheFirstCharacterSetThatJavaKnows(String stdout, String locale, String taken) {
        Map<String, String> properties = stdout == null
                ? Map.of("native.encoding", locale)
                : Map.of("stdout.encoding", stdout, "native.encoding", locale);

        assertThat(TerminalProbe.charset(properties::get)).isEqualTo(Charset.forName(taken));
    }

    @Test
    void takesJavasOwnCharacterSetWhereNoneIsNamed() {
        assertThat(TerminalProbe.charset(name -> null)).isEqualTo(Charset.defaultCharset());
        assertThat(TerminalProbe.charset(name -> "utf-8")).isEqualTo(StandardCharsets.UTF_8);
    }
}

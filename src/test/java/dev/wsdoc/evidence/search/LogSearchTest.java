package dev.wsdoc.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which logs a real process writes. */
@Integration
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class LogSearchTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void resolveLinks() throws Exception {
        folder = temporary.toRealPath();
    }

    private Map<Path, Long> found(PythonProcess process, Path... known) {
        return LogSearch.of(List.of(process.process().pid()), List.of(known));
    }

    @Test
    void aFileThatTakesTheOutputIsALogWhateverItIsCalled() throws Exception {
        Path output = folder.resolve("nohup.out");
        try (PythonProcess process = PythonProcess.run("stay(listen('127.0.0.1'))", Redirect.to(output.toFile()))) {
            assertThat(found(process))
                    .containsExactly(Map.entry(output, process.process().pid()));
            assertThat(found(process, output)).isEmpty();
        }
    }

    @Test
    void filesThatAreCalledLogAndWrittenAreLogs() throws Exception {
        Files.writeString(folder.resolve("read.log"), "not written");
        try (PythonProcess process = PythonProcess.run("""
                os.chdir('FOLDER')
                kept = [open(name, 'a') for name in ('app.log', 'data.txt', '000042.log', 'gone.log', 'moved.log')]
                same = open('app.log', 'a')
                read = open('read.log')
                os.remove('gone.log')
                os.rename('moved.log', 'moved.log.1')
                stay(listen('127.0.0.1'))
                """.replace("FOLDER", folder.toString()))) {
            assertThat(found(process)).containsOnlyKeys(folder.resolve("app.log"));
        }
    }

    @Test
    void aProcessThatWritesElsewhereHasNone() throws Exception {
        try (PythonProcess process = PythonProcess.run("stay(listen('127.0.0.1'))", Redirect.PIPE)) {
            assertThat(found(process)).isEmpty();
            assertThat(LogSearch.nothing(process.process().pid()))
                    .contains("--log FILE")
                    .contains("'journalctl -f -n 0 -u UNIT'");
        }
    }
}

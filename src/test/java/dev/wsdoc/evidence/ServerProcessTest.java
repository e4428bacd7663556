package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ServerProcessTest {
    @ParameterizedTest
    @CsvSource({
        "exit 0, with exit code 0",
        "exit 3, with exit code 3",
        "exit 255, with exit code 255",
        "kill -9 $$, by signal 9",
        "kill -15 $$, by signal 15"
    })
    void tellsHowAProcessEndedThatWasStartedHere(String script, String how) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        ServerProcess server = ServerProcess.of(process);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.obituary()).isEqualTo("the server's process " + process.pid() + " ended " + how);
    }
}

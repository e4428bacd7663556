package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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

    /** A shell, a child of its own, three files that are open: /proc tells what oshi does. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theSystemsOwnFiguresAreThoseOfTheLibrary() throws Exception {
        Process process = new ProcessBuilder(
                        "sh", "-c", "exec 7</dev/null 8</dev/null 9</dev/null; sleep 60 & echo up; wait")
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('u');
            ServerProcess server = ServerProcess.of(process);

            ProcessFigures own = server.measure();
            ProcessFigures library = server.measureElsewhere();

            assertThat(own.processes()).isEqualTo(2).isEqualTo(library.processes());
            assertThat(own.descriptors()).isGreaterThanOrEqualTo(12).isEqualTo(library.descriptors());
            assertThat(own.threads()).isEqualTo(2).isEqualTo(library.threads());
            assertThat(own.residentBytes()).isPositive();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** This very process, which is large enough that a page more or less does not count. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void residentMemoryIsThatOfTheLibrary() throws Exception {
        ServerProcess here = ServerProcess.of(ProcessHandle.current().pid());

        double library = here.measureElsewhere().residentBytes();
        double own = here.measure().residentBytes();

        assertThat(library / own).isBetween(0.8, 1.25);
    }

    @Test
    void tellsNoMoreOfAnEndThanIsKnown() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "read line; exit 3").start();
        ServerProcess started = ServerProcess.of(process);
        ServerProcess found = ServerProcess.of(process.pid());
        String ended = "the server's process " + process.pid() + " ended";
        assertThat(started.endsWithin(1)).isFalse();
        assertThat(started.isAlive()).isTrue();
        assertThat(started.obituary()).isEqualTo(ended);

        process.getOutputStream().close();

        assertThat(started.endsWithin(20_000)).isTrue();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(found.obituary()).as("of one that others started").isEqualTo(ended);
        assertThat(started.obituary()).isEqualTo(ended + " with exit code 3");
    }

    @Test
    void waitsNoLongerWhenItIsInterrupted() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "read line").start();
        try {
            Thread.currentThread().interrupt();
            assertThat(ServerProcess.of(process).endsWithin(60_000)).isFalse();
            assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIsGoneHasNoFigures() throws Exception {
        Process process = new ProcessBuilder("true").start();
        ServerProcess server = ServerProcess.of(process);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(server.measure()).isNull();
        assertThat(server.measureElsewhere()).isNull();
    }

    /** The process that started this one, such as a server whose tests start wsdoc. */
    @Test
    void whoStartedWsdocDoesNotHaveItForAChild() throws Exception {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Process child = new ProcessBuilder("sleep", "60").start();
        try {
            long own = ProcessHandle.current().pid();

            assertThat(ServerProcess.of(parent.pid()).family())
                    .contains(parent.pid())
                    .doesNotContain(own, child.pid());
            assertThat(ServerProcess.of(own).family()).contains(own, child.pid());
            assertThat(ServerProcess.of(child).family()).containsExactly(child.pid());
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aRuntimeThatCollectsGarbageIsKnownByItsProgram() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "read line").start();
        try {
            assertThat(ServerProcess.of(shell).measure().areCollected()).isFalse();
            assertThat(ServerProcess.of(ProcessHandle.current().pid()).measure().areCollected())
                    .isTrue();
        } finally {
            shell.destroyForcibly();
        }
    }
}

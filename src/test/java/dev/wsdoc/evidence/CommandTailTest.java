package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.Integration;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shell commands whose output is a log, and how they are ended. */
@Integration
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class CommandTailTest {
    private final List<String> lines = new ArrayList<>();

    private void pollUntilItsEnd(CommandTail tail) throws IOException {
        await().until(() -> {
            tail.poll(100, () -> false, lines::add);
            return !tail.remark().isEmpty();
        });
        for (int i = 0; i < 3; i++) {
            tail.poll(100, () -> false, lines::add);
        }
    }

    @Test
    void handsOutWhatACommandWritesAndMindsNoGoodEnd() throws Exception {
        try (CommandTail tail = CommandTail.start("echo one; echo two >&2")) {
            pollUntilItsEnd(tail);

            assertThat(lines).containsExactly("one", "two");
            assertThat(tail.source()).isEqualTo("'echo one; echo two >&2'");
            assertThat(tail.remark()).endsWith(" ended before the experiment did");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exit 3, 'ended with exit code 3'",
        "echo no such container; exit 1, 'ended with exit code 1: no such container'"
    })
    void saysWhyACommandFailed(String command, String complaint) throws Exception {
        try (CommandTail tail = CommandTail.start(command)) {
            assertThatThrownBy(() -> pollUntilItsEnd(tail))
                    .hasMessageContaining("the log command '" + command + "' " + complaint);
        }
    }

    /** One that ignores TERM is killed with what it started, when the patience is over. */
    @Test
    void endsByForceWhatDoesNotEndItself() throws Exception {
        ProcessGroup group = ProcessGroup.start("trap '' TERM; echo up; while :; do sleep 1; done", Redirect.PIPE);
        assertThat(group.process().getInputStream().read()).isEqualTo('u');

        group.close(Duration.ofMillis(100));

        assertThat(group.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(group.process().descendants()).isEmpty();
    }
}

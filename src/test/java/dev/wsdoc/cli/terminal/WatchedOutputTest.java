package dev.wsdoc.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedOutputTest {

    @Test
    void remembersTheFirstFailureOnly() {
        WatchedOutput output = new WatchedOutput(failing("No space left on device"));
        print(output);
        print(output);
        assertThat(output.failure()).hasMessage("No space left on device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "The pipe is being closed", "The pipe has been ended"})
    void doesNotMindAReaderThatHasSeenEnough(String reason) {
        WatchedOutput output = new WatchedOutput(failing(reason));
        assertThat(output.isBroken()).isFalse();
        print(output);
        assertThat(output.failure()).isNull();
        assertThat(output.isBroken()).isTrue();
    }

    @Test
    void aFailureWithoutAWordIsOne() {
        WatchedOutput output = new WatchedOutput(failing(null));
        assertThat(output.failure()).isNull();
        print(output);
        assertThat(output.failure()).isNotNull();
    }

    private static void print(OutputStream out) {
        new PrintWriter(out, true, UTF_8).println("text");
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            private boolean hasFailed;

            @Override
            public void write(int b) throws IOException {
                String message = hasFailed ? "a later failure" : reason;
                hasFailed = true;
                throw new IOException(message);
            }
        };
    }
}

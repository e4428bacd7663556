package dev.wsdoc.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class WatchedOutputTest {

    @Test
    void remembersTheFirstFailureOnly() {
        WatchedOutput output = new WatchedOutput(failing("No space left on device"));
        print(output);
        print(output);
        assertThat(output.failure()).hasMessage("No space left on device");
    }

    @Test
    void doesNotMindAReaderThatHasSeenEnough() {
        WatchedOutput output = new WatchedOutput(failing("Broken pipe"));
        print(output);
        assertThat(output.failure()).isNull();
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

package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code wsdoc serve} in this process, until its thread is interrupted. */
@Timeout(60)
class ServeHereTest {
    private static final int LINES = 5; // of every announcement

    private final ExecutorService command = Executors.newSingleThreadExecutor();
    private final PipedOutputStream out = new PipedOutputStream();

    @TempDir
    private Path folder;

    @AfterEach
    void end() throws InterruptedException {
        command.shutdownNow();
        assertThat(command.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private Future<Integer> serve(String... options) {
        List<String> args = new ArrayList<>(List.of("serve", "--port", "0"));
        args.add("--log-file=" + folder.resolve("server.log"));
        args.addAll(List.of(options));
        PrintWriter writer = new PrintWriter(out, true, UTF_8);
        return command.submit(() -> Main.run(writer, writer, args.toArray(String[]::new)));
    }

    private static List<String> read(BufferedReader in, int lines) throws IOException {
        List<String> read = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            read.add(in.readLine());
        }
        return read;
    }

    @Test
    void announcesWhereItIsReachableAndServesThereUntilItIsInterrupted() throws Exception {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new PipedInputStream(out), UTF_8))) {
            Future<Integer> exitCode = serve("--host", "0.0.0.0");
            List<String> lines = read(in, LINES);

            assertThat(lines.get(0)).matches("wsdoc reference server \\S+ on http://localhost:[0-9]+");
            String status = lines.get(LINES - 1).strip();
            HttpURLConnection page =
                    (HttpURLConnection) URI.create(status).toURL().openConnection();
            assertThat(page.getResponseCode()).isEqualTo(200);
            page.disconnect();

            command.shutdownNow();
            assertThat(exitCode.get(20, TimeUnit.SECONDS)).isZero();
            assertThat(Files.readString(folder.resolve("server.log"))).isNotEmpty();
        }
    }

    @Test
    void saysThatItIsSickOnPurpose() throws Exception {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new PipedInputStream(out), UTF_8))) {
            Future<Integer> exitCode = serve("--defect", "no-sweep");

            assertThat(read(in, LINES + 1)).last().asString().startsWith("Sick on purpose: no-sweep, ");
            assertThat(exitCode).isNotDone();
        }
    }
}

package dev.wsdoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real terminal with wsdoc in it, by tmux on a socket of its own; gone when it is closed. */
final class TmuxTerminal implements AutoCloseable {
    private static final String SESSION = "wsdoc";
    private static final int HISTORY_LINES = 2_000;

    private final String socket = "wsdoc-" + UUID.randomUUID();

    /**
     * Starts wsdoc; what it ended with follows as {@code ended with N}.
     *
     * @param environment of wsdoc, besides what is there
     */
    TmuxTerminal(int columns, int rows, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled(), "tmux is missing (apt-get install tmux)");
        StringBuilder script = new StringBuilder();
        environment.forEach((name, value) -> script.append(name + "='" + value + "' "));
        script.append("'" + System.getProperty("java.home") + File.separator + "bin" + File.separator + "java'");
        script.append(" -Xmx256m -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' ");
        script.append(Main.class.getName());
        for (String arg : args) {
            script.append(" '" + arg + "'");
        }
        tmux(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-s",
                SESSION,
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                script + "; echo ended with $?; exec sleep 120");
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Types text as it is. */
    TmuxTerminal type(String text) throws IOException, InterruptedException {
        tmux("send-keys", "-t", SESSION, "-l", text);
        return this;
    }

    /** Presses keys by tmux' names for them, such as {@code Enter} or {@code C-c}. */
    TmuxTerminal press(String... keys) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("send-keys", "-t", SESSION));
        command.addAll(List.of(keys));
        tmux(command.toArray(String[]::new));
        return this;
    }

    /** Types a line. */
    TmuxTerminal enter(String line) throws IOException, InterruptedException {
        return type(line).press("Enter");
    }

    /** Pastes a file, bracketed as terminals do. */
    TmuxTerminal paste(File file) throws IOException, InterruptedException {
        tmux("load-buffer", file.getPath());
        tmux("paste-buffer", "-p", "-t", SESSION);
        return this;
    }

    void resize(int columns, int rows) throws IOException, InterruptedException {
        tmux("resize-window", "-t", SESSION, "-x", "" + columns, "-y", "" + rows);
    }

    /** Waits until the terminal, with what it has scrolled, matches this anywhere. */
    TmuxTerminal shows(String regex) {
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .pollInterval(100, TimeUnit.MILLISECONDS)
                .untilAsserted(() -> assertThat(screen()).containsPattern(regex));
        return this;
    }

    /** What the terminal shows, and what it has scrolled; wrapped lines joined. */
    String screen() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p", "-J", "-t", SESSION, "-S", "-" + HISTORY_LINES);
    }

    private String tmux(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", args) + ": " + out);
        }
        return out;
    }

    @Override
    public void close() throws IOException {
        new ProcessBuilder("tmux", "-L", socket, "kill-server").start();
    }
}

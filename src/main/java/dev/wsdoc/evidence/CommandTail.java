package dev.wsdoc.evidence;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A log that a shell command writes to its output, such as {@code docker logs -f app}. */
public final class CommandTail implements LogTail {
    private static final int LONGEST_WORDS = 200;
    private static final long DEATH_SECONDS = 1; // between the end of its output and its own

    private final String command;
    private final ProcessGroup group;
    private final StreamTail stream;
    private String lastLine = "";

    private CommandTail(String command, ProcessGroup group) {
        this.command = command;
        this.group = group;
        this.stream = StreamTail.of("'" + command + "'", group.process().getInputStream());
    }

    /** Starts the command; its standard error counts as its output. */
    public static CommandTail start(String command) throws IOException {
        return new CommandTail(command, ProcessGroup.start(command, Redirect.PIPE));
    }

    @Override
    public String source() {
        return stream.source();
    }

    @Override
    public String remark() {
        return stream.remark();
    }

    @Override
    public boolean beginsWithThePast() {
        return true;
    }

    @Override
    public Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> lines) throws IOException {
        Polled polled = stream.poll(mostLines, isOver, line -> {
            lastLine = line;
            lines.accept(line);
        });
        if (polled.lines() == 0 && stream.isExhausted()) {
            refuseFailure();
        }
        return polled;
    }

    private void refuseFailure() throws IOException {
        try {
            if (group.process().waitFor(DEATH_SECONDS, TimeUnit.SECONDS)
                    && group.process().exitValue() != 0) {
                String words = lastLine.substring(0, Math.min(lastLine.length(), LONGEST_WORDS));
                throw new IOException("the log command '" + command + "' ended with exit code "
                        + group.process().exitValue() + (words.isEmpty() ? "" : ": " + words));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        group.close();
        stream.close();
    }
}

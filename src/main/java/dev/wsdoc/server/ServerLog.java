package dev.wsdoc.server;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** The log of one server, apart from that of any other in the process. Lives until {@link #close}; thread-safe. */
public final class ServerLog implements AutoCloseable {
    private static final String NAME = "wsdoc";
    private static final String PATTERN = "%d %level %logger - %msg%n";

    private final LoggerContext context;
    private final Logger logger;

    private ServerLog(LoggerContext context, Logger logger) {
        this.context = context;
        this.logger = logger;
    }

    /**
     * Opens a log that tells what is at least as grave as {@code level}.
     *
     * @throws IOException with one line that says why the file cannot be written
     */
    public static ServerLog open(LogTarget target, Level level, LogFormat format) throws IOException {
        return open(target, level, format, reason -> {});
    }

    /**
     * The same, where somebody is told that it cannot be written any more.
     *
     * @param lost takes the reason, such as {@code No space left on device}, once; on the thread that logs
     * @throws IOException with one line that says why the file cannot be written
     */
    public static ServerLog open(LogTarget target, Level level, LogFormat format, Consumer<String> lost)
            throws IOException {
        if (target instanceof LogTarget.File file) {
            checkWritable(file.path());
        }
        LoggerContext context = new LoggerContext();
        context.setName("wsdoc-server");
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.getStatusManager().add(new LossListener(lost));
        OutputStreamAppender<ILoggingEvent> appender = appender(target);
        appender.setContext(context);
        appender.setEncoder(encoder(format, context));
        appender.start();
        ch.qos.logback.classic.Logger logger = context.getLogger(NAME);
        logger.setLevel(ch.qos.logback.classic.Level.convertAnSLF4JLevel(level));
        logger.addAppender(appender);
        context.start();
        return new ServerLog(context, logger);
    }

    private static void checkWritable(Path file) throws IOException {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (NoSuchFileException e) {
            throw new IOException("cannot write the log file " + file + ": its directory does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot write the log file " + file + ": permission denied", e);
        } catch (FileSystemException e) {
            throw new IOException("cannot write the log file " + file + ": " + e.getReason(), e);
        }
    }

    private static OutputStreamAppender<ILoggingEvent> appender(LogTarget target) {
        if (target instanceof LogTarget.File file) {
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setFile(file.path().toString());
            return appender;
        }
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget(target == LogTarget.Stream.STDOUT ? "System.out" : "System.err");
        return appender;
    }

    private static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
        EncoderBase<ILoggingEvent> encoder = switch (format) {
            case TEXT -> textEncoder();
            case JSON -> new JsonLines();
        };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static PatternLayoutEncoder textEncoder() {
        PatternLayoutEncoder encoder = new PatternLines();
        encoder.setPattern(PATTERN);
        encoder.setCharset(StandardCharsets.UTF_8);
        return encoder;
    }

    /** The logger named {@code wsdoc}. */
    public Logger logger() {
        return logger;
    }

    /** Writes out what is left and closes the file. */
    @Override
    public void close() {
        context.stop();
    }
}

package dev.wsdoc.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import com.google.auto.service.AutoService;

/**
 * What libraries say, when it matters, goes to stderr, so that stdout stays data. Logback finds this class by itself. It
 * is code because reading the same from XML takes 90 ms of CPU time in every run.
 */
@AutoService(Configurator.class)
public final class LibraryLog extends ContextAwareBase implements Configurator {
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        logs.getStatusManager().add(new NopStatusListener());
        // its engine logs mistakes of peers as ERROR; the reference server counts them in categories instead
        logs.getLogger("org.java_websocket").setLevel(Level.OFF);
        Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(stderr(logs));
        OwnFailureAppender failures = new OwnFailureAppender();
        failures.setContext(logs);
        failures.start();
        root.addAppender(failures);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> stderr(LoggerContext logs) {
        PatternLayout layout = new MaskedLayout();
        layout.setContext(logs);
        layout.setPattern(PATTERN);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logs);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(logs);
        appender.setName("STDERR");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.addFilter(OwnFailureAppender.others());
        appender.start();
        return appender;
    }
}

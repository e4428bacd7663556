package dev.wsdoc.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import dev.wsdoc.cli.command.OwnFailures;

/**
 * Takes what wsdoc's own code logs as an error for what it is, a bug of ours, and has it told in one line at the end of the run
 * instead of in a stack trace for each. The reference server's log is its own affair.
 */
final class OwnFailureAppender extends AppenderBase<ILoggingEvent> {
    private static final String OURS = "dev.wsdoc.";
    private static final String SERVER = "dev.wsdoc.server.";

    @Override
    protected void append(ILoggingEvent event) {
        if (isOurs(event)) {
            OwnFailures.note(failure(event));
        }
    }

    private static boolean isOurs(ILoggingEvent event) {
        String logger = event.getLoggerName();
        return event.getLevel().isGreaterOrEqual(Level.ERROR) && logger.startsWith(OURS) && !logger.startsWith(SERVER);
    }

    private static Throwable failure(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy
                ? proxy.getThrowable()
                : new IllegalStateException(event.getFormattedMessage());
    }

    /** Keeps them from where the rest goes. */
    static Filter<ILoggingEvent> others() {
        return new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                return isOurs(event) ? FilterReply.DENY : FilterReply.NEUTRAL;
            }
        };
    }
}

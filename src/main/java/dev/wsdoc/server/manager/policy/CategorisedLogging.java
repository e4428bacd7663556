package dev.wsdoc.server.manager.policy;

import dev.wsdoc.model.Category;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * The level follows the category: what clients bring about in normal operation is quiet, recoverable trouble is a
 * warning, and ERROR is for what a human must look at.
 */
public class CategorisedLogging implements EndLogging {
    private final Logger log;
    private final Level expected;

    /** @param expected the level of expected ends, DEBUG unless an operator wants to see them */
    public CategorisedLogging(Logger log, Level expected) {
        this.log = log;
        this.expected = expected;
    }

    protected Level levelOf(Category category) {
        return switch (category) {
            case SLOW_CONSUMER, RESOURCES -> Level.WARN;
            case UNEXPECTED -> Level.ERROR;
            default -> expected;
        };
    }

    @Override
    public void ended(String id, Category category, String reason) {
        LogLine.write(log, levelOf(category), id, LogLine.template(category), id, reason);
    }

    @Override
    public void closed(String id, String how) {
        LogLine.write(log, expected, id, "Connection {} closed: {}", id, how);
    }

    @Override
    public void handshakeFailed(String address, String reason) {
        log.debug(LogLine.template(Category.HANDSHAKE), address, reason);
    }

    @Override
    public void retrying(String id, int attempt, String cause) {
        LogLine.write(log, Level.DEBUG, id, "Retrying send to {} (attempt {}): {}", id, attempt, cause);
    }

    @Override
    public void stoppedRetrying(String id) {
        LogLine.write(log, Level.DEBUG, id, "Connection {} no longer active, stopping retries", id);
    }
}

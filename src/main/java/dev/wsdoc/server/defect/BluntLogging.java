package dev.wsdoc.server.defect;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.policy.CategorisedLogging;
import dev.wsdoc.server.manager.policy.LogLine;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Knows one kind of failure only: the unexpected one. */
final class BluntLogging extends CategorisedLogging {
    private final Logger log;

    BluntLogging(Logger log, Level expected) {
        super(log, expected);
        this.log = log;
    }

    @Override
    public void ended(String id, Category category, String reason) {
        complain(id, reason);
    }

    @Override
    public void retrying(String id, int attempt, String cause) {
        complain(id, cause);
    }

    private void complain(String id, String reason) {
        LogLine.write(log, Level.ERROR, id, "Unexpected error sending message to {}: {}", id, reason);
    }
}

package dev.wsdoc.server.defect;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.policy.CategorisedLogging;
import dev.wsdoc.server.manager.policy.EndLogging;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Finds the right words for every end, and shouts them. */
public final class NoisyLog extends Policies {
    @Override
    public EndLogging logging(Logger log, Level expected) {
        return new CategorisedLogging(log, expected) {
            @Override
            protected Level levelOf(Category category) {
                return switch (category) {
                    case RESET, BROKEN_PIPE, END_OF_STREAM, UNEXPECTED -> Level.ERROR;
                    default -> Level.WARN;
                };
            }
        };
    }
}

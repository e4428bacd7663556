package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.policy.CategorisedLogging;
import dev.wsdoc.server.manager.policy.EndLogging;
import dev.wsdoc.server.manager.policy.LogLine;
import dev.wsdoc.server.manager.policy.Retrying;
import dev.wsdoc.server.manager.send.RetryTools;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Sends to stale connections too, and tries each send again without a look at the connection. */
public final class BlindRetry extends Policies {
    @Override
    public Retrying retrying(RetryTools tools) {
        return new BlindRetrying(tools);
    }

    @Override
    public EndLogging logging(Logger log, Level expected) {
        return new CategorisedLogging(log, expected) {
            @Override
            public void retrying(String id, int attempt, String cause) {
                LogLine.write(log, Level.WARN, id, "Retrying send to {} (attempt {}): {}", id, attempt, cause);
            }
        };
    }
}

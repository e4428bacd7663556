package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.policy.Delivery;

/** Opens connections and says nothing on them: no message, no pong. */
public final class Mute extends Policies {
    @Override
    public Delivery delivery() {
        return new Delivery() {
            @Override
            public boolean delivers(Connection receiver) {
                return false;
            }

            @Override
            public boolean answersPings() {
                return false;
            }
        };
    }
}

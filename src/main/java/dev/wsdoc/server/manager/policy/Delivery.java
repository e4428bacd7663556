package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;

/** Whether the server does send what it should: always, on a healthy one. Loop thread only. */
public interface Delivery {
    /** Whether this message is sent to this receiver. */
    boolean delivers(Connection receiver);

    /** Whether pings are answered. */
    boolean answersPings();

    /** Everything is sent. */
    static Delivery complete() {
        return new Delivery() {
            @Override
            public boolean delivers(Connection receiver) {
                return true;
            }

            @Override
            public boolean answersPings() {
                return true;
            }
        };
    }
}

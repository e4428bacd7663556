package dev.wsdoc.server.manager.admission;

import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.manager.policy.Refusal;

/** Counts of what was turned away, since the last reset. Loop thread only. */
public final class Refusals {
    private long connectRate;
    private long messageRate;
    private long connectionLimit;
    private long addressLimit;
    private long origin;
    private long handshake;

    public void count(Refusal.Reason reason) {
        switch (reason) {
            case CONNECT_RATE -> connectRate++;
            case CONNECTION_LIMIT -> connectionLimit++;
            case ADDRESS_LIMIT -> addressLimit++;
            case ORIGIN -> origin++;
            case HANDSHAKE -> handshake++;
        }
    }

    public void messageRate() {
        messageRate++;
    }

    public void reset() {
        connectRate = 0;
        messageRate = 0;
        connectionLimit = 0;
        addressLimit = 0;
        origin = 0;
        handshake = 0;
    }

    public ServerStats.Refusals snapshot() {
        return new ServerStats.Refusals(connectRate, messageRate, connectionLimit, addressLimit, origin, handshake);
    }
}

package dev.wsdoc.server.manager.admission;

import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.policy.AdmissionPolicy;
import dev.wsdoc.server.manager.policy.HandshakeRequest;
import dev.wsdoc.server.manager.policy.Refusal;
import dev.wsdoc.server.setting.AccessRules;
import dev.wsdoc.server.setting.Limits;
import dev.wsdoc.server.setting.RateLimits;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Who is let in: whose handshakes at all, and the limits: connects per second, connections of one address and in all. Loop thread only. */
public final class Admission implements AdmissionPolicy {
    private final Limits limits;
    private final RateLimits rates;
    private final AccessCheck access;
    private final AddressBook addresses;
    private final Clocks clocks;
    private int open;

    public Admission(Limits limits, RateLimits rates, AccessRules access, Clocks clocks) {
        this.limits = limits;
        this.rates = rates;
        this.access = new AccessCheck(access);
        this.addresses = new AddressBook();
        this.clocks = clocks;
    }

    @Override
    public @Nullable Refusal refuse(HandshakeRequest upgrade) {
        InetAddress address = upgrade.address().getAddress();
        Refusal stranger = access.refuse(upgrade);
        if (stranger != null) {
            return stranger;
        }
        if (rates.connectsPerSecond().countsFor(address) && !withinRate(address)) {
            return new Refusal(Refusal.Reason.CONNECT_RATE, 429, "too many connects per second from this address");
        }
        if (limits.connectionsPerAddress().countsFor(address)
                && addresses.open(address) >= limits.connectionsPerAddress().limit()) {
            return new Refusal(Refusal.Reason.ADDRESS_LIMIT, 503, "too many connections from this address");
        }
        if (open >= limits.maxConnections()) {
            return new Refusal(Refusal.Reason.CONNECTION_LIMIT, 503, "too many connections");
        }
        return null;
    }

    private boolean withinRate(InetAddress address) {
        return addresses.mayConnect(address, rates.connectsPerSecond().limit(), clocks.now());
    }

    public void opened(Connection connection) {
        open++;
        addresses.opened(connection.address().getAddress());
    }

    public void closed(Connection connection) {
        open--;
        addresses.closed(connection.address().getAddress());
    }

    /** Forgets addresses that no longer matter; to be called now and then. */
    public void prune() {
        addresses.prune(rates.connectsPerSecond().limit(), clocks.now());
    }

    /** Gives everyone a fresh allowance. */
    public void resetRates() {
        addresses.reset();
    }
}

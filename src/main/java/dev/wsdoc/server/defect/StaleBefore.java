package dev.wsdoc.server.defect;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.ClosedPeer;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Role;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.Counters;
import dev.wsdoc.server.manager.policy.DefaultCounters;
import dev.wsdoc.server.manager.policy.EndHook;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.slf4j.Logger;

/** Healthy: a few clients have died just before anybody looks, and are listed as stale until the next sweep. */
public final class StaleBefore extends Policies {
    private static final int STALE = 5;

    @Override
    public Counters counters() {
        Counters counters = new DefaultCounters();
        for (int i = 0; i < STALE; i++) {
            counters.opened();
            counters.failed(Category.RESET);
        }
        return counters;
    }

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        for (int i = 0; i < STALE; i++) {
            registry.add(reset(i));
        }
        return EndHook.none();
    }

    private static Connection reset(int number) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1 + number);
        Ticket ticket = new Ticket("echo-before-" + number, Role.ECHO, null, address);
        Connection connection = new Connection(ticket, new ClosedPeer(0, 0), 0);
        connection.endedBy(new Connection.End(Category.RESET, "Connection reset", Instant.EPOCH));
        connection.givePlaceBack(); // it never took one
        return connection;
    }
}

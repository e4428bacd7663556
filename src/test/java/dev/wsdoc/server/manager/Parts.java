package dev.wsdoc.server.manager;

import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Journal;
import dev.wsdoc.server.manager.connection.Peer;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Role;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.CategorisedLogging;
import dev.wsdoc.server.manager.policy.DefaultCounters;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.EndLogging;
import dev.wsdoc.server.manager.policy.Noticing;
import dev.wsdoc.server.manager.policy.SafeStateCheck;
import dev.wsdoc.server.manager.policy.StateCheck;
import dev.wsdoc.server.manager.send.RetryCounts;
import java.net.InetSocketAddress;
import org.slf4j.event.Level;
import org.slf4j.helpers.NOPLogger;

/** The manager's parts, wired as in a healthy server, on manual time. */
@SuppressWarnings("AddressSelection") // the addresses are literals
public final class Parts {
    public final ManualTime time = new ManualTime();
    public final Registry registry = new Registry();
    public final DefaultCounters counters = new DefaultCounters();
    final Journal journal = new Journal(1_000);
    public final StateCheck check = new SafeStateCheck(NOPLogger.NOP_LOGGER);
    public final EndLogging logging = new CategorisedLogging(NOPLogger.NOP_LOGGER, Level.DEBUG);
    public final Ends ends = new RecordedEnds(
            registry, counters, journal, logging, Noticing.prompt(), EndHook.none(), connection -> {}, time.clocks());
    public final RetryCounts retries = new RetryCounts();
    private int opened;

    public Connection open(Peer peer) {
        Ticket ticket = ticket("customer_s-" + ++opened);
        Connection connection = new Connection(ticket, peer, time.now());
        registry.add(connection);
        counters.opened();
        return connection;
    }

    static Ticket ticket(String id) {
        return new Ticket(id, Role.CUSTOMER, "s", new InetSocketAddress("127.0.0.1", 1));
    }
}

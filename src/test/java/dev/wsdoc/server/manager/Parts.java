package dev.wsdoc.server.manager;

import java.net.InetSocketAddress;
import org.slf4j.event.Level;
import org.slf4j.helpers.NOPLogger;

/** The manager's parts, wired as in a healthy server, on manual time. */
@SuppressWarnings("AddressSelection") // the addresses are literals
final class Parts {
    final ManualTime time = new ManualTime();
    final Registry registry = new Registry();
    final HonestLedger ledger = new HonestLedger();
    final Journal journal = new Journal(1_000);
    final StateCheck check = new SafeStateCheck(NOPLogger.NOP_LOGGER);
    final EndLogging logging = new CategorisedLogging(NOPLogger.NOP_LOGGER, Level.DEBUG);
    final Ends ends = new Ends(
            registry, ledger, journal, logging, Noticing.prompt(), Aftermath.none(), connection -> {}, time.clocks());
    final RetryCounts retries = new RetryCounts();
    private int opened;

    Connection open(Peer peer) {
        Ticket ticket = ticket("customer_s-" + ++opened);
        Connection connection = new Connection(ticket, peer, time.now());
        registry.add(connection);
        ledger.opened();
        return connection;
    }

    static Ticket ticket(String id) {
        return new Ticket(id, Role.CUSTOMER, "s", new InetSocketAddress("127.0.0.1", 1));
    }
}

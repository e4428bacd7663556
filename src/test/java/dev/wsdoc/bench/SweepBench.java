package dev.wsdoc.bench;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.LogFormat;
import dev.wsdoc.server.LogTarget;
import dev.wsdoc.server.ServerLog;
import dev.wsdoc.server.manager.Manager;
import dev.wsdoc.server.manager.ManagerSettings;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Role;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.setting.AccessRules;
import dev.wsdoc.server.setting.Behaviour;
import dev.wsdoc.server.setting.Limits;
import dev.wsdoc.server.setting.RateLimits;
import dev.wsdoc.server.setting.Timing;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.slf4j.event.Level;

/**
 * One sweep of the real manager over many tracked connections without sockets, one in ten of them stale. The stale ones
 * are replaced after each sweep, so that every sweep finds the same.
 */
final class SweepBench {
    private static final int SWEEPS = 5;
    private static final int STALE_EVERY = 10;
    private static final int CONNECTIONS_PER_SESSION = 4;

    private final Manager manager;
    private final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    private int opened;

    private SweepBench(Manager manager) {
        this.manager = manager;
    }

    /** {@code COUNT}: how many connections are tracked. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        Path file = Files.createTempFile("wsdoc-sweep", ".log");
        try (ServerLog log = ServerLog.open(new LogTarget.File(file), Level.INFO, LogFormat.TEXT)) {
            SweepBench bench = new SweepBench(manager(log));
            bench.run(count);
        } finally {
            Files.delete(file);
        }
    }

    private static Manager manager(ServerLog log) {
        ManagerSettings settings = new ManagerSettings(
                Limits.defaults(),
                Timing.defaults(),
                RateLimits.defaults(),
                Behaviour.defaults(),
                AccessRules.defaults(),
                "benchmark");
        Clocks clocks = new Clocks(System::nanoTime, InstantSource.system());
        return new Manager(settings, new Policies(), clocks, (delay, task) -> {}, log.logger());
    }

    private void run(int count) throws Exception {
        List<Connection> listed = open(count);
        double[] millis = new double[SWEEPS];
        for (int i = 0; i < SWEEPS; i++) {
            List<Connection> dying = everyTenth(listed, i);
            dying.forEach(connection -> manager.broke(connection, Category.RESET, "Connection reset"));
            millis[i] = sweep(dying.size());
            listed.removeAll(Set.copyOf(dying));
            listed.addAll(open(dying.size()));
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf("first=%.2f median=%.2f%n", first, millis[SWEEPS / 2]);
    }

    private double sweep(int stale) throws Exception {
        long start = System.nanoTime();
        int cleaned = manager.cleanup().staleConnectionsCleaned();
        double taken = (System.nanoTime() - start) / 1e6;
        if (cleaned != stale) {
            throw new IllegalStateException(cleaned + " connections were cleaned up, " + stale + " were stale");
        }
        return taken;
    }

    private List<Connection> open(int count) {
        List<Connection> connections = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String session = "session" + opened / CONNECTIONS_PER_SESSION;
            String id = "customer_" + session + "-" + ++opened;
            connections.add(manager.opened(new Ticket(id, Role.CUSTOMER, session, address), new IdlePeer()));
        }
        return connections;
    }

    private static List<Connection> everyTenth(List<Connection> connections, int from) {
        List<Connection> chosen = new ArrayList<>();
        for (int i = from; i < connections.size(); i += STALE_EVERY) {
            chosen.add(connections.get(i));
        }
        return chosen;
    }
}

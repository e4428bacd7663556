package dev.wsdoc.evidence.search;

import dev.wsdoc.evidence.search.Sighting.Nobody;
import dev.wsdoc.evidence.search.Sighting.OutOfReach;
import dev.wsdoc.evidence.search.Sighting.Seen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the process on this machine that serves an address: who holds the socket that accepts there. Never wsdoc itself, and
 * nobody who only forwards. Each search is of one moment; stateless.
 */
public final class ServerSearch {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSearch.class);
    private static final String PID_NAMES = "--pid N names the application's process, --log FILE its log";

    private final int port;

    private ServerSearch(int port) {
        this.port = port;
    }

    /** Looks for it now; what may not be seen is said and is no failure. */
    public static Sighting at(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        if (host == null || !isHere(host)) {
            return new Nobody();
        }
        try {
            List<Listener> all = Listener.of(ProcFolder.own().path(), address.getPort());
            return new ServerSearch(address.getPort()).behind(Listener.accepting(all, host));
        } catch (IOException e) {
            LOG.debug("The listeners cannot be read", e); // not Linux
            return new Nobody();
        }
    }

    private static boolean isHere(InetAddress host) {
        try {
            return host.isLoopbackAddress()
                    || host.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(host) != null;
        } catch (SocketException e) {
            LOG.debug("The addresses of this machine cannot be had", e);
            return false;
        }
    }

    private Sighting behind(List<Listener> listeners) {
        if (listeners.isEmpty()) {
            return inAnotherNetwork();
        }
        SocketOwners owners = SocketOwners.of(listeners);
        Set<Long> pids = new TreeSet<>(owners.pids());
        long own = ProcFolder.own().pid();
        boolean isOurs = pids.remove(own);
        if (isOurs && Ancestry.above(own).stream().noneMatch(pids::contains)) {
            return new Nobody();
        }
        if (pids.isEmpty()) {
            return hidden(listeners.get(0), owners.hidden());
        }
        return served(pids);
    }

    private Sighting served(Set<Long> pids) {
        Set<Long> servers = new TreeSet<>(pids);
        servers.removeIf(pid -> Forwarder.ACTIVATOR.isOne(new ProcFolder(pid)));
        List<Long> heads = Ancestry.heads(servers.isEmpty() ? pids : servers);
        long pid = heads.size() == 1 ? heads.get(0) : Ancestry.master(heads).orElse(heads.get(0));
        ProcFolder process = new ProcFolder(pid);
        String who = "process " + pid + " (" + name(process) + ")";
        if (Forwarder.CONTAINER.isOne(process)) {
            return new OutOfReach(who + " brings port " + port
                    + " out of a container, where the server is out of reach; " + dockerLogs(""));
        }
        if (servers.isEmpty() || Forwarder.PROXY.isOne(process)) {
            return new OutOfReach(
                    who + " listens on port " + port + " for the application and is not examined; " + PID_NAMES);
        }
        boolean someAreLeftOut = heads.size() > 1 && heads.contains(pid);
        return new Seen(
                pid,
                name(process),
                someAreLeftOut ? "of " + heads.size() + " that listen on port " + port + ", the oldest" : "");
    }

    private static String name(ProcFolder process) {
        return CommandWords.name(process.program(), process.words());
    }

    private Sighting hidden(Listener listener, int hidden) {
        for (ProcFolder process : ProcFolder.all()) {
            if (Forwarder.CONTAINER.bringsOut(process, port)) {
                return served(Set.of(process.pid()));
            }
        }
        return new OutOfReach("the process that listens on port " + port + " is out of reach: "
                + (hidden > 0
                        ? "what the processes of user " + listener.user()
                                + " have open may not be seen; run wsdoc as that user, or name it with --pid N; "
                        : "it cannot be seen from here; ")
                + "if it is a container's, " + dockerLogs(""));
    }

    /** The port is this machine's, but nobody in this network listens on it: it is forwarded by the kernel. */
    private Sighting inAnotherNetwork() {
        String ownNetwork = ProcFolder.own().network();
        Set<String> asked = new TreeSet<>();
        for (ProcFolder process : ProcFolder.all()) {
            String network = process.network();
            if (network != null && !network.equals(ownNetwork) && asked.add(network) && listensThere(process)) {
                return new OutOfReach("process " + process.pid() + " (" + name(process) + ") lives in another network,"
                        + " such as a container's, in which port " + port + " is served: it is out of reach; "
                        + dockerLogs(process.container()));
            }
        }
        return new OutOfReach("nobody in this network listens on port " + port
                + ", so it is forwarded, as into a container: the server is out of reach; " + dockerLogs(""));
    }

    private boolean listensThere(ProcFolder process) {
        try {
            return !Listener.of(process.path(), port).isEmpty();
        } catch (IOException e) {
            LOG.debug("The network of process {} may not be seen", process.pid(), e);
            return false;
        }
    }

    /** The line to use instead; without a container's number, how its name is to be had. */
    private String dockerLogs(String container) {
        return container.isEmpty()
                ? "--log-command 'docker logs -f --tail 0 NAME' reads its log ('docker ps --filter publish=" + port
                        + "' tells the NAME)"
                : "--log-command 'docker logs -f --tail 0 " + container + "' reads its log";
    }
}

package dev.wsdoc.chaos.plan;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Amount;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many sockets this process may have, asked before any is opened.
 *
 * @param descriptors the most descriptors this process may hold
 * @param descriptorsOpen those it holds now
 * @param ports local ports for connections from one address to one server
 */
public record Capacity(long descriptors, long descriptorsOpen, int ports) {
    /** Beyond about so many from one address, the kernel searches for a free port for over 1 ms each. */
    private static final int COMFORTABLE_PER_SOURCE = 14_000;

    private static final int MOST_SOURCES = 16;
    private static final int RESERVE = 64; // files, selectors, the status page's connections
    private static final int MARGIN = 32; // what may be open later besides
    private static final int STEP = 64;
    private static final int FEWEST = 10;
    private static final int DEFAULT_PORTS = 16_384; // 49152 to 65535, what RFC 6335 section 6 sets aside
    private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** What this process and this machine allow. */
    public static Capacity ofThisProcess() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            return new Capacity(unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount(), portsHere());
        }
        return new Capacity(Long.MAX_VALUE, 0, portsHere());
    }

    private static int portsHere() {
        try (InputStream file = Files.newInputStream(PORT_RANGE)) { // sysctl files must be read in one piece
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            String[] range = text.strip().split("\\s+", 2);
            return Integer.parseInt(range[1]) - Integer.parseInt(range[0]) + 1;
        } catch (IOException | NumberFormatException e) {
            return DEFAULT_PORTS; // not Linux, or not readable: the range that the other systems use
        }
    }

    /**
     * Makes sure that the sockets can be had.
     *
     * @param sockets client sockets at once
     * @param perSocket descriptors for each: 2 when the server is in this process, else 1
     * @throws CannotRunException saying the limit and how to raise it
     */
    public void require(Target target, int sockets, int perSocket) throws CannotRunException {
        long needed = (long) sockets * perSocket + descriptorsOpen + RESERVE;
        if (needed > descriptors) {
            throw new CannotRunException(connections(sockets) + Amount.word(sockets, " needs ", " need ") + needed
                    + " descriptors"
                    + (perSocket == 2 ? " (both ends are in this process)" : "") + ", but the limit is " + descriptors
                    + "; " + enough(needed) + " would do: 'ulimit -n " + enough(needed) + "'"
                    + fewer(sockets, perSocket));
        }
        long available = (long) ports * Math.max(1, isLoopback4(target) ? MOST_SOURCES : 1);
        if (sockets > available) {
            throw new CannotRunException(connections(sockets) + " need as many local ports, but there are " + available
                    + "; widen net.ipv4.ip_local_port_range (sysctl), or ask for fewer");
        }
    }

    private static String connections(int sockets) {
        return Amount.of(sockets, "connection");
    }

    /** A round number that suffices also when classes and logs have a few more files open than now. */
    private static long enough(long needed) {
        return (needed + MARGIN + STEP - 1) / STEP * STEP;
    }

    /** Advice that helps only where a few could be had at all. */
    private String fewer(int sockets, int perSocket) {
        long affordable = (descriptors - descriptorsOpen - RESERVE - MARGIN) / perSocket;
        return affordable < FEWEST ? "" : "; or ask for " + (sockets - affordable) + " fewer";
    }

    /** Local addresses to connect from: several on loopback when one would run short of ports, else the system's choice. */
    public static List<InetAddress> sources(Target target, int sockets) {
        if (sockets <= COMFORTABLE_PER_SOURCE || !isLoopback4(target)) {
            return List.of();
        }
        int count = Math.min(MOST_SOURCES, 1 + sockets / COMFORTABLE_PER_SOURCE);
        List<InetAddress> sources = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            sources.add(loopback(i));
        }
        return sources;
    }

    private static InetAddress loopback(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean isLoopback4(Target target) {
        return target.host().equals("localhost") || target.host().startsWith("127.");
    }
}

package dev.wsdoc.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linux's tables of TCP sockets, those of the network that a process lives in (a container's, say). Read here and not
 * through oshi, which takes seconds over 50,000 sockets in TIME_WAIT because it looks for the owner of each.
 */
final class ProcNet {
    private static final Logger LOG = LoggerFactory.getLogger(ProcNet.class);
    private static final String LISTEN = "0A";
    private static final String CLOSE_WAIT = "08";

    private ProcNet() {}

    static boolean isThere(long pid) {
        return Files.isReadable(Path.of("/proc", String.valueOf(pid), "net", "tcp"));
    }

    /** Looks through the eyes of the first of these processes that can still be asked. */
    static PortSockets read(Set<Long> pids, int port) {
        for (long pid : pids) {
            Path tables = Path.of("/proc", String.valueOf(pid), "net");
            try {
                PortSockets found = read(tables.resolve("tcp"), port);
                Path six = tables.resolve("tcp6");
                return Files.exists(six) ? found.plus(read(six, port)) : found;
            } catch (IOException e) {
                LOG.debug("{} cannot be read", tables, e);
            }
        }
        return new PortSockets(0, 0);
    }

    /** A line is such as {@code 0: 0100007F:1F90 00000000:0000 0A ...}: see proc_net_tcp in the kernel's documentation. */
    private static PortSockets read(Path table, int port) throws IOException {
        String suffix = String.format(":%04X", port);
        int listening = 0;
        int closeWait = 0;
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.strip().split("\\s+", 5);
                if (fields.length == 5 && fields[1].endsWith(suffix)) {
                    listening += fields[3].equals(LISTEN) ? 1 : 0;
                    closeWait += fields[3].equals(CLOSE_WAIT) ? 1 : 0;
                }
            }
        }
        return new PortSockets(listening, closeWait);
    }
}

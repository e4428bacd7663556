package dev.wsdoc.evidence;

import dev.wsdoc.evidence.TcpTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linux's tables of TCP sockets, those of the network that a process lives in (a container's, say). Read here and not
 * through oshi, which takes seconds over 50,000 sockets in TIME_WAIT because it looks for the owner of each.
 */
final class ProcNet {
    private static final Logger LOG = LoggerFactory.getLogger(ProcNet.class);

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
        return new PortSockets(0, 0, 0);
    }

    private static PortSockets read(Path table, int port) throws IOException {
        List<Row> rows = new ArrayList<>();
        TcpTable.read(table, row -> {
            if (row.isOn(port)) {
                rows.add(row);
            }
        });
        return new PortSockets(
                count(rows, row -> row.state().equals(Row.LISTEN)),
                count(rows, row -> row.state().equals(Row.CLOSE_WAIT)),
                count(rows, row -> row.isOwned() && !row.state().equals(Row.LISTEN)));
    }

    private static int count(List<Row> rows, Predicate<Row> condition) {
        return (int) rows.stream().filter(condition).count();
    }
}

package dev.wsdoc.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One of Linux's tables of TCP sockets: see proc_net_tcp in the kernel's documentation. */
final class TcpTable {
    private static final int FIELDS = 11;
    private static final int INODE = 9;

    private TcpTable() {}

    /**
     * A socket.
     *
     * @param local address and port in hex, such as {@code 0100007F:1F90}
     * @param state in hex, such as {@code 0A}
     */
    record Row(String local, String remote, String state, boolean isOwned) {
        static final String ESTABLISHED = "01";
        static final String CLOSE_WAIT = "08";
        static final String LISTEN = "0A";

        /** Whether its local end has that port. */
        boolean isOn(int port) {
            return local.endsWith(String.format(":%04X", port));
        }
    }

    /** Hands over each row; one that comes or goes meanwhile may be missed. */
    static void read(Path table, Consumer<Row> reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.strip().split("\\s+", FIELDS);
                if (fields.length > INODE && fields[1].indexOf(':') > 0) { // the first line has names
                    reader.accept(new Row(fields[1], fields[2], fields[3], !fields[INODE].equals("0")));
                }
            }
        }
    }
}

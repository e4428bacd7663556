package dev.wsdoc.evidence.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A TCP socket that accepts, as Linux's tables have it: see proc_net_tcp in the kernel's documentation.
 *
 * @param address where it accepts; an IPv4 address that is mapped into IPv6 is that IPv4 address
 * @param user number of the user whose it is
 */
record Listener(InetAddress address, long user, long inode) {
    private static final String LISTEN = "0A";
    private static final int FIELDS = 11;

    /**
     * Those on a port, in the network that a process lives in.
     *
     * @param process its folder in /proc
     * @throws IOException when its tables cannot be read
     */
    static List<Listener> of(Path process, int port) throws IOException {
        List<Listener> all = new ArrayList<>(read(process.resolve("net/tcp"), port));
        Path six = process.resolve("net/tcp6");
        if (Files.exists(six)) {
            all.addAll(read(six, port));
        }
        return all;
    }

    private static List<Listener> read(Path table, int port) throws IOException {
        String suffix = String.format(":%04X", port);
        List<Listener> all = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.strip().split("\\s+", FIELDS);
                if (fields.length == FIELDS && fields[1].endsWith(suffix) && fields[3].equals(LISTEN)) {
                    String address = fields[1].substring(0, fields[1].length() - suffix.length());
                    all.add(new Listener(address(address), Long.parseLong(fields[7]), Long.parseLong(fields[9])));
                }
            }
        }
        return all;
    }

    /** The words of the address, each in the machine's own order. */
    private static InetAddress address(String hex) throws UnknownHostException {
        ByteBuffer machine = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        ByteBuffer network = ByteBuffer.allocate(machine.capacity());
        while (machine.hasRemaining()) {
            int word = machine.getInt();
            network.putInt(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? Integer.reverseBytes(word) : word);
        }
        return InetAddress.getByAddress(network.array());
    }

    /** Those of them that get connections to this address: who names it goes first, then who takes all; IPv6 takes IPv4 too. */
    static List<Listener> accepting(List<Listener> all, InetAddress address) {
        int length = address.getAddress().length;
        return Stream.<Predicate<Listener>>of(
                        listener -> listener.address.equals(address),
                        listener -> listener.takesAll() && listener.length() == length,
                        listener -> listener.takesAll() && listener.length() > length)
                .map(rank -> all.stream().filter(rank).toList())
                .filter(those -> !those.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private boolean takesAll() {
        return address.isAnyLocalAddress();
    }

    private int length() {
        return address.getAddress().length;
    }
}

package dev.wsdoc.cli.convert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Addresses such as {@code 127.0.0.2-127.0.0.9}, at most 256; never a name, so that nothing is asked of the network. */
public final class AddressRange {
    private static final int MOST = 256;

    private AddressRange() {}

    /**
     * The addresses that the text spells out.
     *
     * @throws IllegalArgumentException with one line that names the option and what is wrong
     */
    public static List<InetAddress> parse(String option, String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return List.of(address(option, text));
        }
        InetAddress first = address(option, text.substring(0, dash));
        InetAddress last = address(option, text.substring(dash + 1));
        if (first.getAddress().length != 4 || last.getAddress().length != 4) {
            throw new IllegalArgumentException(option + " " + text + ": a range is of IPv4 addresses");
        }
        long from = number(first);
        long to = number(last);
        if (to < from || to - from >= MOST) {
            throw new IllegalArgumentException(
                    option + " " + text + " has " + (to - from + 1) + " addresses, it must be 1 to " + MOST);
        }
        List<InetAddress> all = new ArrayList<>();
        for (long number = from; number <= to; number++) {
            all.add(of(ByteBuffer.allocate(4).putInt((int) number).array()));
        }
        return all;
    }

    /** The address that the text spells out. */
    public static InetAddress address(String option, String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        boolean isNumeric =
                bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || bare.matches("[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*");
        try {
            if (isNumeric) {
                return InetAddress.getByName(bare);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(option + ": '" + text + "' is not an IP address", e);
        }
        throw new IllegalArgumentException(option + ": '" + text + "' is not an IP address");
    }

    private static long number(InetAddress address) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(address.getAddress()).getInt());
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}

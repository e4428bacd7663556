package dev.wsdoc.server.setting;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and perhaps a port, as a Host header or an origin names them: RFC 3986 section 3.2.
 *
 * @param host in lower case; an IPv6 address stands in its brackets
 * @param port {@link #NO_PORT} when none is named
 */
record Authority(String host, int port) {
    static final int NO_PORT = -1;

    private static final Pattern TEXT = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::([0-9]{0,5}))?");
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    /** Null when the text is neither a name nor an address, with or without a port. */
    static @Nullable Authority parse(String text) {
        Matcher match = TEXT.matcher(text.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return null;
        }
        String port = match.group(2);
        boolean namesPort = port != null && !port.isEmpty();
        return new Authority(match.group(1), namesPort ? Integer.parseInt(port) : NO_PORT);
    }

    boolean isAddress() {
        return address() != null;
    }

    /** Whether it can only mean the machine that the client itself runs on. */
    boolean isLoopback() {
        InetAddress address = address();
        return address == null ? isLocalhost() : address.isLoopbackAddress();
    }

    boolean isLocalhost() {
        return host.equals("localhost");
    }

    int portOr(int otherwise) {
        return port == NO_PORT ? otherwise : port;
    }

    /** Null when the host is a name; nothing is looked up. */
    private @Nullable InetAddress address() {
        if (!host.startsWith("[") && !IPV4.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null; // brackets around what is no address
        }
    }
}

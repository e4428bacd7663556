package dev.wsdoc.wire.frame;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server made of the offer of {@code permessage-deflate} (RFC 7692 7.1).
 *
 * @param serverKeepsContext whether its messages may refer to those before (without {@code server_no_context_takeover})
 */
public record DeflateTerms(boolean serverKeepsContext) {

    public static final String NAME = "permessage-deflate";

    private static final String SERVER_FORGETS = "server_no_context_takeover";
    private static final String CLIENT_FORGETS = "client_no_context_takeover"; // which it always does
    private static final String SERVER_WINDOW = "server_max_window_bits"; // an Inflater takes any

    /** Reads the answer's {@code Sec-WebSocket-Extensions}; null when it is no answer to that offer. */
    public static @Nullable DeflateTerms parse(String extensions) {
        String[] parts = extensions.split(";", -1);
        if (!parts[0].strip().equals(NAME)) {
            return null;
        }
        Set<String> names = new HashSet<>();
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            String name = parameter[0].strip();
            String value = parameter.length == 1 ? null : parameter[1].strip();
            if (!isAllowed(name, value) || !names.add(name)) {
                return null;
            }
        }
        return new DeflateTerms(!names.contains(SERVER_FORGETS));
    }

    /** A value may be quoted: RFC 6455 9.1. */
    private static boolean isAllowed(String name, @Nullable String value) {
        return switch (name) {
            case SERVER_FORGETS, CLIENT_FORGETS -> value == null;
            case SERVER_WINDOW -> value != null && value.matches("(?:[89]|1[0-5])|\"(?:[89]|1[0-5])\"");
            default -> false;
        };
    }
}

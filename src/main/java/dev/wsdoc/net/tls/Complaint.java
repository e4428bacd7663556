package dev.wsdoc.net.tls;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** Why TLS did not come about, in one line for people. */
final class Complaint {
    static final String CERTIFICATE_WANTED =
            "the server wants a client certificate, and there is none; give one with --cert FILE and --key FILE";

    private static final String ALERT = "Received fatal alert: ";

    private Complaint() {}

    static String of(IOException e, ClientKeys.Want want) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExplainingTrust.Untrusted) {
                return String.valueOf(cause.getMessage());
            }
        }
        String text = String.valueOf(e.getMessage());
        int alert = text.indexOf(ALERT);
        if (alert >= 0) {
            return alert(text.substring(alert + ALERT.length()), want);
        }
        if (text.contains("Unsupported or unrecognized SSL message") || text.contains("plaintext connection")) {
            return "the server does not speak TLS on this port; without TLS the URL begins with ws:// or http://";
        }
        if (want == ClientKeys.Want.MISSING) {
            return CERTIFICATE_WANTED;
        }
        return isEnd(e)
                ? "the server ended the connection in the TLS handshake; does it speak TLS on this port?"
                : "the TLS handshake failed: "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : text);
    }

    private static boolean isEnd(IOException e) {
        return e instanceof ClosedChannelException
                || e instanceof EOFException
                || e.getCause() instanceof EOFException
                || String.valueOf(e.getMessage()).contains("Connection reset");
    }

    /** What the server said before it hung up: RFC 8446 section 6.2. */
    private static String alert(String name, ClientKeys.Want want) {
        if (want == ClientKeys.Want.MISSING) {
            return CERTIFICATE_WANTED;
        }
        if (want == ClientKeys.Want.SHOWN) {
            return "the server does not accept the client certificate: " + name;
        }
        return "the server refused the TLS handshake: " + name
                + switch (name) {
                    case "unrecognized_name" -> "; give the name that it knows with --sni NAME";
                    case "protocol_version" -> "; it has no version of TLS in common with this Java";
                    default -> "";
                };
    }
}

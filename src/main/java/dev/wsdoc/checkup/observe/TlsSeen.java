package dev.wsdoc.checkup.observe;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What was agreed on in a TLS handshake.
 *
 * @param version such as {@code TLSv1.3}
 * @param chain what the server showed, its own certificate first
 */
public record TlsSeen(String version, String cipher, List<X509Certificate> chain) {
    public TlsSeen {
        chain = List.copyOf(chain);
    }

    static TlsSeen of(SSLSession session) {
        return new TlsSeen(session.getProtocol(), session.getCipherSuite(), certificates(session));
    }

    private static List<X509Certificate> certificates(SSLSession session) {
        try {
            return Arrays.stream(session.getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of(); // a cipher without certificates
        }
    }
}

package dev.wsdoc.checkup.observe;

import dev.wsdoc.net.tls.Tls;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a server shows, and what the client makes of them.
 *
 * @param certificates the server's own first
 * @param expectedName whom the server's own is to be for
 * @param trust whether somebody vouches for it
 * @param seenAt when it was looked at
 */
public record ChainSeen(List<CertificateSeen> certificates, String expectedName, Trust trust, Instant seenAt) {
    /** Whether somebody whom the client trusts vouches for a certificate. */
    public enum Trust {
        /** Somebody does. */
        VOUCHED,
        /** Nobody does. */
        UNKNOWN,
        /** Nobody asked. */
        UNASKED
    }

    /**
     * One of them.
     *
     * @param names hosts and addresses that it is for; the common name when it has none (RFC 6125 section 6.4.4)
     * @param issuerUrl where its issuer's own certificate is to be had, as far as it says (RFC 5280 section 4.2.2.1)
     */
    public record CertificateSeen(
            String subject,
            String issuer,
            List<String> names,
            Instant notBefore,
            Instant notAfter,
            @Nullable String issuerUrl) {
        public CertificateSeen {
            names = List.copyOf(names);
        }

        /** Whether it names itself as its issuer. */
        public boolean isSelfIssued() {
            return subject.equals(issuer);
        }
    }

    public ChainSeen {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("a chain has at least one certificate");
        }
    }

    static @Nullable ChainSeen of(TlsSeen seen, String host, Tls tls, Instant now) {
        if (seen.chain().isEmpty()) {
            return null;
        }
        Trust trust = tls.trustsAnyone() ? Trust.UNASKED : tls.vouchesFor(seen.chain()) ? Trust.VOUCHED : Trust.UNKNOWN;
        List<CertificateSeen> all =
                seen.chain().stream().map(ChainSeen::certificate).toList();
        return new ChainSeen(all, tls.expectedName(host), trust, now);
    }

    private static CertificateSeen certificate(X509Certificate certificate) {
        return new CertificateSeen(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                IssuerUrl.in(certificate));
    }

    private static List<String> names(X509Certificate certificate) {
        Collection<List<?>> names = null;
        try {
            names = certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException e) {
            // what cannot be read names nobody
        }
        return names == null || names.isEmpty()
                ? List.of(certificate.getSubjectX500Principal().getName())
                : names.stream().map(name -> String.valueOf(name.get(1))).toList();
    }

    /** The server's own. */
    public CertificateSeen own() {
        return certificates.get(0);
    }
}

package dev.wsdoc.net.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a server's certificate, and what to do about it, in one line. */
final class CertificateTrouble {
    private static final String GO_ON = "-k to go on without verification";
    private static final int MOST_NAMES = 5;

    private CertificateTrouble() {}

    static String line(X509Certificate certificate, String host, CertificateException e) {
        List<String> troubles = new ArrayList<>();
        boolean isUnknown = isPathMissing(e);
        if (isUnknown) {
            troubles.add(
                    isSelfSigned(certificate)
                            ? "it is self-signed"
                            : "its issuer '"
                                    + certificate.getIssuerX500Principal().getName() + "' is not trusted");
        }
        boolean isOutdated = addTime(certificate, troubles);
        boolean isForeign = isForAnotherHost(e);
        if (isForeign) {
            troubles.add("it is for " + names(certificate) + ", not for " + host);
        }
        if (troubles.isEmpty()) {
            troubles.add(deepest(e));
        }
        return "the server's certificate '"
                + certificate.getSubjectX500Principal().getName() + "' does not verify: "
                + String.join(", and ", troubles) + "; "
                + advice(isUnknown, isOutdated, isForeign);
    }

    private static String advice(boolean isUnknown, boolean isOutdated, boolean isForeign) {
        if (isOutdated) {
            return "let it be renewed, or use " + GO_ON;
        }
        if (isForeign) {
            return "use a name that it is for, --sni NAME, or " + GO_ON;
        }
        return isUnknown ? "trust it or its issuer with --cacert FILE, or use " + GO_ON : "use " + GO_ON;
    }

    private static boolean addTime(X509Certificate certificate, List<String> troubles) {
        try {
            certificate.checkValidity();
            return false;
        } catch (CertificateExpiredException e) {
            troubles.add("it expired on " + certificate.getNotAfter().toInstant());
        } catch (CertificateNotYetValidException e) {
            troubles.add("it is not valid before " + certificate.getNotBefore().toInstant());
        }
        return true;
    }

    /** Java's validator says so by this exception of its builder; the text is the only other thing to go by. */
    static boolean isPathMissing(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (text.contains("unable to find valid certification path") || text.contains("No trusted certificate")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForAnotherHost(CertificateException e) {
        String text = String.valueOf(e.getMessage());
        return text.startsWith("No name matching") || text.startsWith("No subject alternative");
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false; // an issuer of the same name, but of another key
        }
    }

    /** The names and addresses it is for; the common name when it has none: RFC 6125 section 6.4.4. */
    private static String names(X509Certificate certificate) {
        Collection<List<?>> names;
        try {
            names = certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException e) {
            names = null;
        }
        if (names == null || names.isEmpty()) {
            return certificate.getSubjectX500Principal().getName();
        }
        String shown = names.stream()
                .limit(MOST_NAMES)
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? shown + " and " + (names.size() - MOST_NAMES) + " more" : shown;
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}

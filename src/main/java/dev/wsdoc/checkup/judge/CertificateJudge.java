package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.ChainSeen;
import dev.wsdoc.checkup.observe.ChainSeen.CertificateSeen;
import dev.wsdoc.checkup.observe.ChainSeen.Trust;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Whether a server's certificate is trusted, for the right host and valid for long enough. Pure. */
final class CertificateJudge {
    private static final int MOST_NAMES = 5;

    private final ChainSeen chain;
    private final int warnDays;

    /** @param warnDays a certificate that ends within so many days is told of */
    CertificateJudge(ChainSeen chain, int warnDays) {
        this.chain = chain;
        this.warnDays = warnDays;
    }

    List<Finding> findings() {
        return List.of(trusted(), name(), validity());
    }

    private Finding trusted() {
        String expected =
                "a chain of certificates to an issuer that is trusted (RFC 8446 section 4.4.2, RFC 5280 section 6)";
        if (chain.trust() == Trust.UNASKED) {
            return Questions.TRUSTED.notChecked(
                    expected, "-k accepts any certificate", "leave -k out, or trust its issuer with --cacert FILE");
        }
        return chain.trust() == Trust.VOUCHED
                ? Questions.TRUSTED.pass(expected, "issued by " + chain.own().issuer())
                : Questions.TRUSTED.fail(expected, whyUnknown(), whatAgainstUnknown());
    }

    private CertificateSeen last() {
        return chain.certificates().get(chain.certificates().size() - 1);
    }

    private String whyUnknown() {
        if (chain.own().isSelfIssued()) {
            return "'" + chain.own().subject() + "' is self-signed";
        }
        return "the chain ends with '" + last().subject() + "', and nobody trusted is its issuer '" + last().issuer()
                + "'";
    }

    private String whatAgainstUnknown() {
        if (chain.own().isSelfIssued()) {
            return "trust it with --cacert FILE where that is meant, or let an authority issue one";
        }
        String url = last().issuerUrl();
        String complete =
                "let the server send the whole chain (nginx: fullchain.pem as ssl_certificate; HAProxy: all in the"
                        + " crt file)";
        return url == null
                ? complete + ", or trust the issuer with --cacert FILE if it is a private authority"
                : complete + "; the certificate that is missing is at " + url
                        + ", where browsers fetch it and most other clients do not";
    }

    private Finding name() {
        String expected = "a certificate for " + chain.expectedName() + " (RFC 6125 section 6)";
        List<String> names = chain.own().names();
        String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
        if (names.stream().anyMatch(name -> matches(name, chain.expectedName()))) {
            return Questions.NAME.pass(expected, "it is for " + shown);
        }
        String remedy = "use a name that it is for, or let one be issued for " + chain.expectedName();
        return chain.trust() == Trust.UNASKED
                ? Questions.NAME.warn(expected, "it is for " + shown, remedy)
                : Questions.NAME.fail(expected, "it is for " + shown, remedy);
    }

    /** A star stands for one whole label, the first: RFC 6125 section 6.4.3. */
    static boolean matches(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        if (!pattern.startsWith("*.")) {
            return pattern.equals(wanted) || pattern.equals("cn=" + wanted) || pattern.startsWith("cn=" + wanted + ",");
        }
        int dot = wanted.indexOf('.');
        return dot > 0 && wanted.substring(dot).equals(pattern.substring(1));
    }

    private Finding validity() {
        CertificateSeen own = chain.own();
        Instant now = chain.seenAt();
        String expected = "a certificate that is valid for more than " + warnDays + " days (RFC 5280 section 4.1.2.5)";
        if (now.isBefore(own.notBefore())) {
            return Questions.VALIDITY.fail(
                    expected,
                    "it is not valid before " + own.notBefore(),
                    "set the clocks right, or install another one");
        }
        if (now.isAfter(own.notAfter())) {
            return Questions.VALIDITY.fail(
                    expected,
                    "it expired on " + own.notAfter() + ", " + inDays(own.notAfter(), now) + " ago",
                    "renew it, and let the server load the new one");
        }
        String observed = "it ends in " + inDays(now, own.notAfter()) + ", on " + own.notAfter();
        return Duration.between(now, own.notAfter()).toDays() > warnDays
                ? Questions.VALIDITY.pass(expected, observed)
                : Questions.VALIDITY.warn(expected, observed, "renew it; see why that did not happen by itself");
    }

    private static String inDays(Instant from, Instant to) {
        long days = Duration.between(from, to).toDays();
        return Amount.of(days, "day");
    }
}

package dev.wsdoc.checkup.observe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a certificate says that its issuer's own is to be had: RFC 5280 section 4.2.2.1. */
final class IssuerUrl {
    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";

    /** The method caIssuers (1.3.6.1.5.5.7.48.2) in DER, then a URI (context tag 6) of a length below 128. */
    private static final Pattern ISSUERS = Pattern.compile(
            "\\x06\\x08\\x2b\\x06\\x01\\x05\\x05\\x07\\x30\\x02\\x86([\\x00-\\x7f])(.*)", Pattern.DOTALL);

    private IssuerUrl() {}

    static @Nullable String in(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(AUTHORITY_INFORMATION);
        Matcher issuers = ISSUERS.matcher(extension == null ? "" : new String(extension, ISO_8859_1));
        if (!issuers.find() || issuers.group(2).length() < issuers.group(1).charAt(0)) {
            return null;
        }
        return issuers.group(2).substring(0, issuers.group(1).charAt(0));
    }
}

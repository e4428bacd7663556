package dev.wsdoc.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is shown: the value of a query parameter whose name looks like that of a secret, and the user
 * part of a URL (RFC 3986 section 3.2.1), wherever in a text they stand. Rather masks too much than too little. Stateless.
 */
public final class Secrets {
    private static final String MASK = "***";

    /** What parts of a parameter's name look like; {@code monkey} is taken for a key, which does no harm. */
    private static final Pattern NAMES =
            Pattern.compile("token|key|auth|pass|pwd|secret|session|sig|cred|jwt|cookie|bearer|ticket"
                    + "|(?<![a-z])(?:sid|otp|pin|code|nonce)(?![a-z])");

    private static final Pattern PARAMETER = Pattern.compile("[?&;]([^\\s?&;=#\"<>]+)=");

    /** A value in a text: to the next parameter or blank, without what closes a bracket, a quotation or a sentence. */
    private static final Pattern VALUE = Pattern.compile("[^\\s&#\"<>`\\\\]*(?<![')\\],:;.}])");

    /** A value in a URL that stands alone. */
    private static final Pattern WHOLE_VALUE = Pattern.compile("[^&#]*");

    private static final Pattern USER = Pattern.compile("(?<=://)[^\\s/?#\"<>]+@");
    private static final Pattern WHOLE_USER = Pattern.compile("(?:(?<=://)|^(?!.*://)).*@", Pattern.DOTALL);

    private Secrets() {}

    /** Any text, without the secrets of the URLs in it. */
    public static String mask(String text) {
        String masked = text.contains("://") ? USER.matcher(text).replaceAll(MASK + "@") : text;
        return masked.indexOf('=') < 0 ? masked : withoutValues(masked, VALUE);
    }

    /** What was to be a URL and may not be one: blanks end nothing in it, and whatever is before an {@code @} is a user. */
    public static String maskUrl(String url) {
        return withoutValues(WHOLE_USER.matcher(url).replaceFirst(MASK + "@"), WHOLE_VALUE);
    }

    private static String withoutValues(String text, Pattern values) {
        Matcher parameter = PARAMETER.matcher(text);
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (parameter.find(done)) {
            int end = parameter.end();
            out.append(text, done, end);
            done = end;
            if (isSecret(parameter.group(1))) {
                Matcher value = values.matcher(text).region(end, text.length()).useTransparentBounds(true);
                if (value.lookingAt() && value.end() > end) {
                    out.append(MASK);
                    done = value.end();
                }
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private static boolean isSecret(String name) {
        return NAMES.matcher(decoded(name).toLowerCase(Locale.ROOT)).find();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name; // no escapes, but per cent signs
        }
    }
}

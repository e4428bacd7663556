package dev.wsdoc.logaudit.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a rule, and a wider one that takes any digit where the first names one. What the wider does not find, the first does
 * not find either, whatever the digits are. Immutable.
 */
final class NumberExpression {
    /** Kept as it stands: it takes every number alike. */
    private static final String ALIKE = "\\\\[dwsbDWSB.]|\\{\\d+(?:,\\d*)?\\}";

    private static final Pattern DIGITS = Pattern.compile("(" + ALIKE + ")|(?:\\d-)?\\d");
    private static final Pattern REFUSALS = Pattern.compile("\\(\\?<?![^()]*\\)");

    /** Where a wider part would make the whole narrower, or where a digit is none. */
    private static final Pattern UNSUITED = Pattern.compile(
            "\\\\[1-9a-zA-Z&&[^dwsbDWSBAzZ]]|\\[\\^[^\\]]*\\d|&&|[+*?}]\\+|\\(\\?>|\\(\\?<?![^)]*(?<!\\\\)\\d");

    private final Pattern exact;
    private final boolean named;
    private final @Nullable Pattern wider;

    NumberExpression(Pattern exact) {
        this.exact = exact;
        this.named = namesDigits(exact.pattern());
        this.wider = named ? wider(exact) : null;
    }

    boolean finds(String text, DigitReading digits) {
        if (named) {
            if (wider != null && !wider.matcher(text).find()) {
                return false;
            }
            digits.happens();
        }
        return exact.matcher(text).find();
    }

    private static @Nullable Pattern wider(Pattern exact) {
        String regex = withoutRefusals(exact.pattern());
        if (UNSUITED.matcher(regex).find()) {
            return null;
        }
        String wide = DIGITS.matcher(regex)
                .replaceAll(found -> found.group(1) == null ? "\\\\d" : Matcher.quoteReplacement(found.group()));
        return Pattern.compile(wide, exact.flags());
    }

    /** To refuse nothing is wider too. */
    private static String withoutRefusals(String regex) {
        return REFUSALS.matcher(regex)
                .replaceAll(found -> namesDigits(found.group()) ? "" : Matcher.quoteReplacement(found.group()));
    }

    private static boolean namesDigits(String regex) {
        return DigitReading.hasDigit(regex.replaceAll(ALIKE + "|0-9", ""));
    }
}

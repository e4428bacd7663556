package dev.wsdoc.evidence;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value in Prometheus' text exposition format 0.0.4: what Go's ParseFloat takes, so also {@code NaN}, {@code +Inf}, {@code
 * 1e3} and {@code 0x1p4}, in any case. Stateless.
 */
final class PrometheusNumber {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[-+]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[-+]?0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)p[-+]?[0-9]+");

    private PrometheusNumber() {}

    /** The number; null when the text is none. */
    static @Nullable Double parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
        if (bare.equals("nan")) {
            return Double.NaN;
        }
        if (bare.equals("inf") || bare.equals("infinity")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return DECIMAL.matcher(lower).matches() || HEXADECIMAL.matcher(lower).matches()
                ? (Double) Double.parseDouble(lower)
                : null;
    }
}

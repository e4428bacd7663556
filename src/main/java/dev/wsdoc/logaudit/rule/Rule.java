package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.model.Category;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rule: which sentence means what.
 *
 * @param id unique name, such as {@code reset.econnreset}
 * @param category what a text that fits tells of; none for the kinds that decide nothing
 * @param what one sentence for the reader
 * @param match what the text must contain
 * @param unless what it must not contain: one fit of any part is enough to exclude it
 * @param from the rule holds for entries from this level on, and for those without one
 * @param upTo the rule holds for entries up to this level, and for those without one
 * @param examples texts with the category that the whole set of rules must find
 */
public record Rule(
        String id,
        Kind kind,
        @Nullable Category category,
        String what,
        Match match,
        Match unless,
        @Nullable Level from,
        @Nullable Level upTo,
        List<Example> examples) {
    static final String ACCESS_PREFIX = "access.";

    /** The rule for ends that clients bring about in an orderly way. */
    static final String POLITE = "closed.polite";

    static final String TROUBLE_PREFIX = "trouble.";

    /** A text and what it must be found to be; no category: it tells of no disconnect. */
    public record Example(String text, @Nullable Category category) {
        public Example {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an example needs a text");
            }
        }
    }

    public Rule {
        examples = List.copyOf(examples);
        if (id.isBlank() || what.isBlank()) {
            throw new IllegalArgumentException(
                    "rule '" + id + "' needs " + (id.isBlank() ? "an id" : "a sentence, its what"));
        }
        if (match.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " matches nothing: give any, all or regex");
        }
        if (kind.decides() != (category != null)) {
            throw new IllegalArgumentException("rule " + id + " of kind " + kind
                    + (kind.decides() ? " needs a category" : " can have no category"));
        }
        checkPrefix(id, kind, Kind.ACCESS, ACCESS_PREFIX);
        checkPrefix(id, kind, Kind.TROUBLE, TROUBLE_PREFIX);
    }

    private static void checkPrefix(String id, Kind kind, Kind prefixed, String prefix) {
        if ((kind == prefixed) != id.startsWith(prefix)) {
            throw new IllegalArgumentException(
                    "rule " + id + ": " + prefix + " begins the ids of kind " + prefixed + ", and only these");
        }
    }

    boolean holdsAt(@Nullable Level level) {
        return level == null
                || ((upTo == null || level.compareTo(upTo) <= 0) && (from == null || level.compareTo(from) >= 0));
    }

    /** Those of its words that a text has first. */
    String foundIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return match.any().stream()
                .map(literal -> literal.replace("*", ""))
                .filter(literal -> lower.contains(literal.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(literal -> lower.indexOf(literal.toLowerCase(Locale.ROOT))))
                .orElse(id);
    }
}

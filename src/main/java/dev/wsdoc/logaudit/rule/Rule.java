package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.parse.Level;
import dev.wsdoc.model.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule: which sentence means what.
 *
 * @param id unique name, such as {@code reset.econnreset}
 * @param category what a text that fits tells of; none for the kinds that decide nothing
 * @param what one sentence for the reader
 * @param match what the text must contain
 * @param unless what it must not contain: one fit of any part is enough to exclude it
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
        @Nullable Level upTo,
        List<Example> examples) {
    static final String ACCESS_PREFIX = "access.";

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
        if ((kind == Kind.ACCESS) != id.startsWith(ACCESS_PREFIX)) {
            throw new IllegalArgumentException(
                    "rule " + id + ": " + ACCESS_PREFIX + " begins the ids of kind ACCESS, and only these");
        }
    }

    boolean holdsAt(@Nullable Level level) {
        return upTo == null || level == null || level.compareTo(upTo) <= 0;
    }
}

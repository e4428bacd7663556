package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Category;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that was said again and again.
 *
 * @param sentence the message with placeholders for what differs
 * @param incidents how many entries say it
 * @param lines how many lines these have
 * @param rule the rule that knows the example, or null
 * @param why what {@link Judged#why} says of the example
 * @param source the log that the example is from
 * @param example the first entry that says it, its text cut at {@value #EXAMPLE_LIMIT} characters
 */
public record NoisySentence(
        String sentence,
        @Nullable Category category,
        @Nullable Level level,
        long incidents,
        long lines,
        @Nullable String rule,
        String why,
        String source,
        LogEntry example) {
    /** The most characters of an example. */
    public static final int EXAMPLE_LIMIT = 4 * 1024;

    static NoisySentence first(String sentence, Judged judged, String source) {
        LogEntry entry = judged.entry();
        return new NoisySentence(
                sentence,
                judged.category(),
                entry.level(),
                1,
                entry.lines(),
                judged.rule(),
                judged.why(),
                source,
                cut(entry));
    }

    NoisySentence again(Judged judged) {
        return new NoisySentence(
                sentence, category, level, incidents + 1, lines + judged.entry().lines(), rule, why, source, example);
    }

    /** The example and what it was found to be. */
    public Judged judged() {
        return new Judged(example, category, rule, why);
    }

    private static LogEntry cut(LogEntry entry) {
        return new LogEntry(
                entry.line(), entry.lines(), entry.level(), cut(entry.text()), cut(entry.raw()), cut(entry.head()));
    }

    private static String cut(String text) {
        return text.length() <= EXAMPLE_LIMIT ? text : text.substring(0, EXAMPLE_LIMIT);
    }
}

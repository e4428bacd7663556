package dev.wsdoc.logaudit.rule;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a text must contain. Literals are whole words in any case; a {@code *} at an end takes part of a word there.
 *
 * @param any at least one of these literals, if there are some
 * @param also at least one of these too
 * @param all every one of these
 * @param near words in a row; at least one of these, or of the expressions, if there are some
 * @param regex expressions, found anywhere, {@code ^} and {@code $} meaning lines; much slower than literals, so a rule should have
 *     some of these too
 */
public record Match(List<String> any, List<String> also, List<String> all, List<Near> near, List<Pattern> regex) {
    static final Match NOTHING = new Match(List.of(), List.of(), List.of(), List.of(), List.of());

    public Match {
        any = List.copyOf(any);
        also = List.copyOf(also);
        all = List.copyOf(all);
        near = List.copyOf(near);
        regex = List.copyOf(regex);
        Stream<String> inARow =
                near.stream().flatMap(row -> row.words().stream()).flatMap(List::stream);
        Stream.of(any.stream(), also.stream(), all.stream(), inARow)
                .flatMap(literals -> literals)
                .forEach(Match::check);
    }

    boolean isEmpty() {
        return any.isEmpty() && also.isEmpty() && all.isEmpty() && near.isEmpty() && regex.isEmpty();
    }

    private static void check(String literal) {
        if (literal.replace("*", "").length() < 2) {
            throw new IllegalArgumentException("literal '" + literal + "': two characters at least");
        }
    }

    /** An expression as rules mean it: in any case, {@code ^} and {@code $} meaning lines. */
    static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE | Pattern.UNICODE_CASE);
    }
}

package dev.wsdoc.chaos.anamnesis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way of speaking that a server may take for a message of its own.
 *
 * @param name in reports, such as {@code plain text}
 * @param template what is said, with {@code {words}} for wsdoc's own words; the user's may have none
 */
public record Speech(String name, String template) {
    private static final String WORDS = "{words}";

    /** The words themselves. */
    public static final Speech PLAIN = new Speech("plain text", WORDS);

    /** The keys under which servers that speak JSON mostly look for what kind of message it is, and for its text. */
    public static final Speech JSON = new Speech("a JSON object", json());

    /** What is tried, in this order. */
    public static List<Speech> tried(@Nullable String provoke) {
        List<Speech> all = new ArrayList<>();
        if (provoke != null) {
            all.add(provoking(provoke));
        }
        all.add(PLAIN);
        all.add(JSON);
        return List.copyOf(all);
    }

    /** What the user says makes the server send to everybody. */
    public static Speech provoking(String provoke) {
        return new Speech("--provoke", provoke);
    }

    private static String json() {
        StringBuilder out = new StringBuilder("{");
        for (String key : List.of("type", "event", "action")) {
            out.append('"').append(key).append("\":\"message\",");
        }
        for (String key : List.of("text", "message", "msg", "data", "content", "body", "payload")) {
            out.append('"').append(key).append("\":\"").append(WORDS).append("\",");
        }
        return out.deleteCharAt(out.length() - 1).append('}').toString();
    }

    /** The same with these words in it. */
    public Speech of(String words) {
        return new Speech(name, template.replace(WORDS, words));
    }

    /** Whether it has room for words: the user's mostly has none. */
    public boolean hasRoom() {
        return template.contains(WORDS);
    }

    /** What is said for a number. */
    public String say(int number) {
        return template.replace(Mark.NUMBER, String.valueOf(number));
    }

    /** By what the numbers are known again; null when they cannot be. */
    public @Nullable Mark mark() {
        return Mark.of(template);
    }
}

package dev.wsdoc.logaudit.head;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words for levels in the languages of java.util.logging, read from a resource. Immutable. */
final class LocalWords {
    private static final String RESOURCE = "level-words.txt";
    private static final String CALM = "CALM";
    private static final Map<String, String> LOUD = new HashMap<>();
    private static final Set<String> CALM_WORDS = new HashSet<>();

    static {
        lines().stream().filter(line -> !line.startsWith("#")).forEach(LocalWords::read);
    }

    private LocalWords() {}

    /** Those from INFO on, in lower case, and the name of the level that each stands for. */
    static Map<String, String> loud() {
        return LOUD;
    }

    /** The level of a word that stands where a level is due; null if it is none. */
    static @Nullable Level due(String word) {
        Level level = Level.ofWord(word);
        return level == null && CALM_WORDS.contains(word.toLowerCase(Locale.ROOT)) ? Level.DEBUG : level;
    }

    private static void read(String line) {
        int blank = line.indexOf(' ');
        String level = line.substring(0, blank);
        for (String word : line.substring(blank + 1).toLowerCase(Locale.ROOT).split(",", -1)) {
            if (level.equals(CALM)) {
                CALM_WORDS.add(word);
            } else {
                LOUD.put(word, level);
            }
        }
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(LocalWords.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

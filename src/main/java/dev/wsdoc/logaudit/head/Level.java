package dev.wsdoc.logaudit.head;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How loud an entry is; whatever is worse than an error (fatal, critical, emergency) is an ERROR too. */
public enum Level {
    TRACE(
            "trace trc finest finer verbose vrb trce silly t trace1 trace2 trace3 trace4 trace5 trace6 trace7 trace8 trac"),
    DEBUG("debug dbg fine dbug debu debg deb config d"),
    INFO("info inf information informational notice ntc notic success log i n"),
    WARN("warn warning wrn warni w"),
    ERROR(
            "error err erro severe fatal ftl fata critical crit crt emerg emergency alert alrt panic pani fail dpanic e f fehler"
                    + " erreur errore");

    private static final int LONGEST = 16;
    private static final Map<String, Level> WORDS = words();

    private final String spellings;

    Level(String spellings) {
        this.spellings = spellings;
    }

    /** The level that a word names in any usual spelling and case ({@code WRN}, {@code Severe}), or null. */
    public static @Nullable Level ofWord(String word) {
        if (word.length() > LONGEST) {
            return null;
        }
        Level level = WORDS.get(word); // most words are in capitals or in lower case
        return level != null ? level : WORDS.get(word.toLowerCase(Locale.ROOT));
    }

    /** Like {@link #ofWord}, for words of at least three letters: one letter alone is too little in running text. */
    static @Nullable Level ofLongWord(String line, int from, int to) {
        boolean letters = to - from >= 3 || (to > from && line.charAt(from) >= 128);
        return !letters || to - from > LONGEST ? null : ofWord(line.substring(from, to));
    }

    private static Map<String, Level> words() {
        Map<String, Level> words = new HashMap<>();
        for (Level level : values()) {
            for (String word : level.spellings.split(" ", -1)) {
                words.put(word, level);
            }
        }
        LocalWords.loud().forEach((word, level) -> words.putIfAbsent(word, valueOf(level)));
        Map.copyOf(words).forEach((word, level) -> words.put(word.toUpperCase(Locale.ROOT), level));
        return Map.copyOf(words);
    }
}

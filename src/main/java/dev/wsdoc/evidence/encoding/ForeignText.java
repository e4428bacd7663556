package dev.wsdoc.evidence.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Guesses the encoding of a log's lines that are no UTF-8: the texts of operating systems that are not set to English, such as the one for
 * ECONNRESET, are in the code page of the machine, within a log that is ASCII otherwise.
 *
 * <p>Only those code pages are told apart that such machines mostly have, by how their letters are spread, not by words: Western languages
 * (CP1252, of which Latin-1 is a part) have single letters beyond ASCII within words of ASCII, Russian and Chinese whole words of them.
 * Russian (CP1251, and CP866 on consoles) has its letters in a part of the bytes, and small ones are not followed by capitals; Chinese (GBK)
 * has pairs, all over the bytes. A line may be too short to tell, so each line votes, with its letters, and the majority of the log
 * so far decides. Text that is UTF-8 but for a few bytes stays so.
 */
final class ForeignText {
    private static final int MOST_VOTES = 100; // of a line: one of rubbish is not to outvote a log

    private final Map<Page, Integer> votes = new EnumMap<>(Page.class);

    /** A code page that is known. */
    private enum Page {
        UTF_8("UTF-8"),
        WESTERN("windows-1252"),
        CYRILLIC("windows-1251"),
        CYRILLIC_CONSOLE("IBM866"),
        CHINESE("GBK");

        private final Charset charset;

        Page(String name) {
            // a small Java has not all of them
            charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        }
    }

    /** What this line is in, to the best of what is known by now. */
    Charset charset(byte[] bytes, int from, int to) {
        LetterSpread spread = LetterSpread.of(bytes, from, to);
        if (spread.isMostlyUtf8()) {
            return Page.UTF_8.charset;
        }
        votes.merge(page(spread), Math.min(MOST_VOTES, spread.foreign()), Integer::sum);
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().charset)
                .orElse(Page.UTF_8.charset);
    }

    private static Page page(LetterSpread spread) {
        if (!spread.hasForeignWords()) {
            return Page.WESTERN;
        }
        if (spread.cyrillic().isPlausible()) {
            return Page.CYRILLIC;
        }
        if (spread.console().isPlausible()) {
            return Page.CYRILLIC_CONSOLE;
        }
        return spread.isInPairs() ? Page.CHINESE : Page.WESTERN;
    }
}

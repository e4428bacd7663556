package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.head.HeadStyle;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.parse.EntryBuilder;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.model.Category;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found of entries that come again and again, whatever their numbers. Forgets what did not come for long, so that its size is
 * bounded. Owned by one {@link Judge}.
 */
final class JudgedBefore {
    private static final int LONGEST = 8 * 1024;
    private static final int ROOM = 4 * 1024 * 1024; // characters, in each of two generations

    private Map<Said, Verdict> young = new HashMap<>();
    private Map<Said, Verdict> old = Map.of();
    private int used;

    /** All that a judgement goes by. */
    record Said(
            HeadStyle style, @Nullable Level level, boolean isDying, boolean hasTrace, int textLength, String masked) {}

    /** The key of an entry, or null if it is not to be remembered. */
    static @Nullable Said said(EntryBuilder built, LogEntry entry, DigitMask mask) {
        boolean structured = built.style == HeadStyle.STRUCTURED;
        if (entry.raw().length() > LONGEST) {
            return null;
        }
        String masked = mask.mask(structured ? built.everything() : entry.raw());
        int textLength = entry.text().length();
        return masked == null
                ? null
                : new Said(built.style, entry.level(), built.isDying(), built.hasTrace(), textLength, masked);
    }

    /** A judgement without its entry. */
    private record Verdict(
            @Nullable Category category, @Nullable String rule, String why) {}

    /** What was found of an entry that says the same, or null. */
    @Nullable
    Judged recall(Said said, LogEntry entry) {
        Verdict verdict = young.get(said);
        if (verdict == null) {
            verdict = old.get(said);
            if (verdict == null) {
                return null;
            }
            keep(said, verdict);
        }
        return new Judged(entry, verdict.category(), verdict.rule(), verdict.why());
    }

    void keep(Said said, Judged judged) {
        keep(said, new Verdict(judged.category(), judged.rule(), judged.why()));
    }

    private void keep(Said said, Verdict verdict) {
        used += said.masked().length();
        if (used > ROOM) {
            old = young;
            young = new HashMap<>();
            used = 0;
        }
        young.put(said, verdict);
    }
}

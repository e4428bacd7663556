package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.observe.Attribution.Moment;
import dev.wsdoc.chaos.observe.LogSeen.Growth;
import dev.wsdoc.chaos.observe.Suspects.Named;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.report.LogFigures;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What the logs said until now, counted and sampled. Owned by the log's thread. */
final class LogTally {
    private final Attribution attribution;
    private final Map<String, Long> linesByCause = new TreeMap<>();
    private final Map<String, Long> byLevel = new TreeMap<>();
    private final Map<String, Map<String, Long>> byCategory = new TreeMap<>();
    private final Map<NoiseLevel, LogSamples> expected = new EnumMap<>(NoiseLevel.class);
    private final LogSamples unexpected = new LogSamples();
    private final LogSamples keptOn = new LogSamples();
    private long lines;
    private long entries;
    private long lateness;
    private final LogSamples growing = new LogSamples();
    private Growth growth = Growth.NONE;
    private boolean isToFallQuiet;

    LogTally(Attribution attribution) {
        this.attribution = attribution;
        for (NoiseLevel noise : NoiseLevel.values()) {
            expected.put(noise, new LogSamples());
        }
    }

    void read(int more) {
        lines += more;
    }

    /** Lines of a flood, which nobody judges; they are put down to whatever may cause them now. */
    void flooded(int more, long bytes, Moment moment) {
        linesByCause.merge(moment.cause(), (long) more, Long::sum);
        growth = growth.plus(more, bytes, 0);
    }

    /** Bytes of a flood that nobody reads. */
    void unread(long bytes) {
        growth = growth.plus(0, 0, bytes);
    }

    Growth growth() {
        return growth;
    }

    /** The dead were cleaned away: who still tells of them keeps on. */
    void isToFallQuiet(boolean now) {
        isToFallQuiet = now;
    }

    /**
     * Takes one entry.
     *
     * @param prefix names the log when there are several; empty when there is one
     * @param moment when it began
     * @param lastLineAt when its newest line came, in ns of the experiment's clock
     * @return whether it tells of a disconnect or of trouble, and not of wsdoc's own doing
     */
    boolean judged(Judged judged, String prefix, Moment moment, long lastLineAt) {
        Named named = attribution.named(judged);
        String cause = attribution.of(judged, named, moment);
        count(judged, prefix, cause);
        if (cause.equals(Attribution.OWN)) {
            return false;
        }
        if (judged.isUnexpectedError()) {
            unexpected.add(judged, prefix, cause);
        }
        NoiseLevel noise = NoiseLevel.of(judged);
        if (noise != NoiseLevel.QUIET
                && !cause.equals(Attribution.BEFORE)) { // a fault has to have come before its echo
            samplesOf(noise).add(judged, prefix, cause);
        }
        boolean stirs = judged.category() != null || judged.entry().isAtLeast(Level.WARN);
        if (stirs && isToFallQuiet && !cause.equals(Attribution.LIVING)) {
            keptOn.add(judged, prefix, cause);
        }
        if (stirs) {
            lateness = Math.max(lateness, attribution.lateness(judged, named, moment, lastLineAt));
        }
        return stirs;
    }

    /** So long after the end of a client trouble with it was told, at the most, in ns; 0 when that is not known of any. */
    long lateness() {
        return lateness;
    }

    private void count(Judged judged, String prefix, String cause) {
        Level level = judged.entry().level();
        String levelName = level == null ? "none" : level.name();
        String category = judged.category() == null ? "NONE" : judged.category().name();
        int size = judged.entry().lines();
        entries++;
        byLevel.merge(levelName, (long) size, Long::sum);
        byCategory.computeIfAbsent(category, name -> new TreeMap<>()).merge(levelName, 1L, Long::sum);
        linesByCause.merge(cause, (long) size, Long::sum);
        if (!cause.equals(Attribution.BEFORE) && !cause.equals(Attribution.OWN) && !cause.equals(Attribution.LIVING)) {
            grow(judged, prefix, cause);
        }
    }

    private void grow(Judged judged, String prefix, String cause) {
        long bytes = judged.entry().raw().length() + 1L;
        if (isChatter(judged)) {
            growth = growth.plus(0, bytes, 0);
        } else {
            growth = growth.plus(judged.entry().lines(), bytes, 0);
            growing.add(judged, prefix, cause);
        }
    }

    /** What a server says at DEBUG of all that it does, such as each frame, is no echo of a fault; its size alone may be too much. */
    private static boolean isChatter(Judged judged) {
        return judged.category() == null
                && judged.entry().lines() == 1
                && judged.entry().isAtMost(Level.DEBUG);
    }

    private LogSamples samplesOf(NoiseLevel noise) {
        return expected.computeIfAbsent(noise, name -> new LogSamples());
    }

    /** What was counted until now; what comes later changes nothing of it. */
    LogSeen seen(String source) {
        LogFigures figures = new LogFigures(
                source, lines, entries, byLevel, copy(byCategory), unexpected.count(), unexpected.quoted());
        return LogSeen.of(figures)
                .saying(
                        unexpected.copy(),
                        samplesOf(NoiseLevel.LOUD).copy(),
                        samplesOf(NoiseLevel.RAISED).copy())
                .growing(growth.by(growing.copy()), linesByCause)
                .keepingOn(keptOn.copy());
    }

    private static Map<String, Map<String, Long>> copy(Map<String, Map<String, Long>> counts) {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        counts.forEach((category, levels) -> copy.put(category, new TreeMap<>(levels)));
        return copy;
    }
}

package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.LogSource;
import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.evidence.LogTail.Polled;
import dev.wsdoc.logaudit.parse.Level;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.report.LogFigures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's logs during the experiment, read as they grow, and what they said. Owned by one thread. */
final class LogWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);

    private final List<LogTap> taps = new ArrayList<>();
    private final Map<String, Long> linesByCause = new TreeMap<>();
    private final Map<String, Long> byLevel = new TreeMap<>();
    private final Map<String, Map<String, Long>> byCategory = new TreeMap<>();
    private final Map<NoiseLevel, LogSamples> expected = new EnumMap<>(NoiseLevel.class);
    private final LogSamples unexpected = new LogSamples();
    private final LogSamples stirring = new LogSamples();
    private long lines;
    private long entries;
    private final List<String> troubles = new ArrayList<>();
    private boolean news;
    private long lastStirAt;
    private long now;
    private String cause = LogProbe.BEFORE;

    private LogWatch() {
        for (NoiseLevel noise : NoiseLevel.values()) {
            expected.put(noise, new LogSamples());
        }
    }

    /** Begins at the logs' ends. */
    static LogWatch on(List<LogSource> logs) throws IOException {
        LogWatch watch = new LogWatch();
        try {
            for (LogSource log : logs) {
                watch.add(log, logs.size() > 1);
            }
            return watch;
        } catch (IOException e) {
            watch.close();
            throw e;
        }
    }

    private void add(LogSource log, boolean named) throws IOException {
        LogTail tail = log.open();
        String prefix = named ? tail.source() + " " : "";
        taps.add(new LogTap(tail, judged -> judged(judged, prefix)));
    }

    /** Reads what was added since the last poll; whether there is more to read at once. */
    boolean poll(long at, BooleanSupplier isOver) throws IOException {
        now = at;
        boolean more = false;
        for (LogTap tap : taps) {
            Polled polled = tap.poll(at, isOver);
            lines += polled.lines();
            news |= polled.lines() > 0;
            linesByCause.merge(cause, (long) polled.lines(), Long::sum);
            more |= polled.hasMore();
        }
        return more;
    }

    /** Whether there is anything that {@link #seen} did not tell yet. */
    boolean hasNews() {
        return news;
    }

    /** It cannot be read any more, which is told once. */
    void failed(IOException e) {
        trouble("a log cannot be read any more: " + e.getMessage());
    }

    /** It grew faster than it could be read. */
    void fellBehind() {
        trouble(
                "the log grew faster than it could be read: not all of it was, and lines may be put down to a later fault");
    }

    private void trouble(String what) {
        if (!troubles.contains(what)) {
            troubles.add(what);
            news = true;
        }
    }

    /** What is said from now on is put down to this, such as a fault's name. */
    void turnTo(String newCause) {
        flush();
        cause = newCause;
    }

    /** Takes the last entries to be complete. */
    void flush() {
        taps.forEach(LogTap::flush);
    }

    /** Whether a log begins with what was said before the experiment. */
    boolean beginsWithThePast() {
        return taps.stream().anyMatch(LogTap::beginsWithThePast);
    }

    /** Lets go by what such logs say now; returns how many lines. */
    int skipThePast(BooleanSupplier isOver) throws IOException {
        int count = 0;
        for (LogTap tap : taps) {
            count += tap.skip(isOver);
        }
        return count;
    }

    private void judged(Judged judged, String prefix) {
        Level level = judged.entry().level();
        String levelName = level == null ? "none" : level.name();
        String category = judged.category() == null ? "NONE" : judged.category().name();
        entries++;
        news = true;
        byLevel.merge(levelName, (long) judged.entry().lines(), Long::sum);
        byCategory.computeIfAbsent(category, name -> new TreeMap<>()).merge(levelName, 1L, Long::sum);
        NoiseLevel noise = NoiseLevel.of(judged);
        if (cause.equals(LogProbe.ACQUAINTING)) {
            return;
        }
        if (judged.isUnexpectedError()) {
            unexpected.add(judged, prefix, cause);
        }
        if (noise != NoiseLevel.QUIET && !cause.equals(LogProbe.BEFORE)) { // a fault has to have come before its echo
            samplesOf(noise).add(judged, prefix, cause);
        }
        if (judged.category() != null || (level != null && level.compareTo(Level.WARN) >= 0)) {
            stirring.add(judged, prefix, cause);
            lastStirAt = now;
        }
    }

    private LogSamples samplesOf(NoiseLevel noise) {
        return expected.computeIfAbsent(noise, name -> new LogSamples());
    }

    /** When a log last told of a disconnect or of trouble, in terms of {@link ExperimentClock#nanos}; 0 for never. */
    long lastStirAt() {
        return lastStirAt;
    }

    /** What was seen so far; what comes later changes nothing of it. */
    LogSeen seen() {
        news = false;
        String source = taps.stream().map(LogTap::source).collect(Collectors.joining(", "));
        LogFigures figures = new LogFigures(
                source, lines, entries, byLevel, copy(byCategory), unexpected.count(), unexpected.quoted());
        return new LogSeen(
                figures,
                unexpected.copy(),
                samplesOf(NoiseLevel.LOUD).copy(),
                samplesOf(NoiseLevel.RAISED).copy(),
                stirring.copy(),
                linesByCause,
                taps.stream().flatMap(tap -> tap.lastWords().stream()).toList(),
                remarks());
    }

    private static Map<String, Map<String, Long>> copy(Map<String, Map<String, Long>> counts) {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        counts.forEach((category, levels) -> copy.put(category, new TreeMap<>(levels)));
        return copy;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>(troubles);
        taps.stream().map(LogTap::remark).filter(remark -> !remark.isEmpty()).forEach(remarks::add);
        return remarks;
    }

    /** Closes each log; one that does not close keeps none of the others open. */
    void close() {
        for (LogTap tap : taps) {
            try {
                tap.close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("{} did not close", tap.source(), e);
            }
        }
    }
}

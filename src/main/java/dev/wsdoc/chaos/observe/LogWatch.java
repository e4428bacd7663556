package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.LogSource;
import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.logaudit.parse.Level;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.report.LogFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The server's logs during the experiment, read as they grow. Owned by the experiment's thread. */
public final class LogWatch implements AutoCloseable {

    private static final String BEFORE = "before the faults";

    private final List<LogTap> taps = new ArrayList<>();
    private final Map<String, Long> linesByCause = new TreeMap<>();
    private final Map<String, Long> byLevel = new TreeMap<>();
    private final Map<String, Map<String, Long>> byCategory = new TreeMap<>();
    private final Map<NoiseLevel, LogSamples> expected = new EnumMap<>(NoiseLevel.class);
    private final LogSamples unexpected = new LogSamples();
    private final LogSamples stirring = new LogSamples();
    private long lines;
    private long entries;
    private long lastStirAt;
    private long now;
    private String cause = BEFORE;

    private LogWatch() {
        for (NoiseLevel loudness : NoiseLevel.values()) {
            expected.put(loudness, new LogSamples());
        }
    }

    /** Begins at the logs' ends. */
    public static LogWatch on(List<LogSource> logs) throws IOException {
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

    /** Reads what was added since the last poll. */
    public void poll(long at) throws IOException {
        now = at;
        for (LogTap tap : taps) {
            int added = tap.poll(at);
            lines += added;
            linesByCause.merge(cause, (long) added, Long::sum);
        }
    }

    /** What is said from now on is put down to this, such as a fault's name. */
    public void turnTo(String newCause) {
        taps.forEach(LogTap::flush);
        cause = newCause;
    }

    /** Whether a log begins with what was said before the experiment. */
    public boolean beginsWithThePast() {
        return taps.stream().anyMatch(LogTap::beginsWithThePast);
    }

    /** Lets go by what such logs say now; returns how many lines. */
    public int skipThePast() {
        int count = 0;
        try {
            for (LogTap tap : taps) {
                count += tap.skip();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    private void judged(Judged judged, String prefix) {
        Level level = judged.entry().level();
        String levelName = level == null ? "none" : level.name();
        String category = judged.category() == null ? "NONE" : judged.category().name();
        entries++;
        byLevel.merge(levelName, (long) judged.entry().lines(), Long::sum);
        byCategory.computeIfAbsent(category, name -> new TreeMap<>()).merge(levelName, 1L, Long::sum);
        NoiseLevel loudness = NoiseLevel.of(judged);
        if (judged.isUnexpectedError()) {
            unexpected.add(judged, prefix, cause);
        }
        if (loudness != NoiseLevel.QUIET && !cause.equals(BEFORE)) { // a fault has to have come before its echo
            quotes(loudness).add(judged, prefix, cause);
        }
        if (judged.category() != null || (level != null && level.compareTo(Level.WARN) >= 0)) {
            stirring.add(judged, prefix, cause);
            lastStirAt = now;
        }
    }

    private LogSamples quotes(NoiseLevel loudness) {
        return expected.computeIfAbsent(loudness, name -> new LogSamples());
    }

    /** When a log last told of a disconnect or of trouble, in terms of {@link ExperimentClock#nanos}; 0 for never. */
    public long lastStirAt() {
        return lastStirAt;
    }

    /** The newest few lines of each. */
    public List<String> lastWords() {
        return taps.stream().flatMap(tap -> tap.lastWords().stream()).toList();
    }

    /** What is to be known of how the logs were read. */
    public List<String> remarks() {
        return taps.stream()
                .map(LogTap::remark)
                .filter(remark -> !remark.isEmpty())
                .toList();
    }

    /** What was seen so far; what comes later changes nothing of it. */
    public LogSeen seen(Falling falling) {
        taps.forEach(LogTap::flush);
        String source = taps.stream().map(LogTap::source).collect(Collectors.joining(", "));
        LogFigures figures =
                new LogFigures(source, lines, entries, byLevel, byCategory, unexpected.count(), unexpected.quoted());
        return new LogSeen(
                figures,
                unexpected.copy(),
                quotes(NoiseLevel.LOUD).copy(),
                quotes(NoiseLevel.RAISED).copy(),
                stirring.copy(),
                falling,
                Map.copyOf(linesByCause));
    }

    /** Whether the log fell quiet at the end. */
    public enum Falling {
        NOT_WAITED_FOR,
        FELL_QUIET,
        KEPT_ON
    }

    @Override
    public void close() throws IOException {
        for (LogTap tap : taps) {
            tap.close();
        }
    }
}

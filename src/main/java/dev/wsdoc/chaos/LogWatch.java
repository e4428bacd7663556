package dev.wsdoc.chaos;

import dev.wsdoc.evidence.LogSource;
import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.logaudit.Judged;
import dev.wsdoc.logaudit.Level;
import dev.wsdoc.report.LogFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The server's logs during the experiment, read as they grow. Owned by the experiment's thread. */
final class LogWatch implements AutoCloseable {
    private static final Duration PAST_ENDS_WITHIN = Duration.ofSeconds(10);
    private static final Duration PAST_IS_OVER_AFTER = Duration.ofMillis(300);

    private static final String BEFORE = "before the faults";

    private final List<LogTap> taps = new ArrayList<>();
    private final Map<String, Long> linesByCause = new TreeMap<>();
    private final Map<String, Long> byLevel = new TreeMap<>();
    private final Map<String, Map<String, Long>> byCategory = new TreeMap<>();
    private final Map<Loudness, Quotes> expected = new EnumMap<>(Loudness.class);
    private final Quotes unexpected = new Quotes();
    private final Quotes stirring = new Quotes();
    private long lines;
    private long entries;
    private long lastStirAt;
    private long now;
    private String cause = BEFORE;

    private LogWatch() {
        for (Loudness loudness : Loudness.values()) {
            expected.put(loudness, new Quotes());
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

    /** Reads what was added since the last poll. */
    void poll(long at) throws IOException {
        now = at;
        for (LogTap tap : taps) {
            int added = tap.poll(at);
            lines += added;
            linesByCause.merge(cause, (long) added, Long::sum);
        }
    }

    /** What is said from now on is put down to this, such as a fault's name. */
    void turnTo(String newCause) {
        taps.forEach(LogTap::flush);
        cause = newCause;
    }

    /** Lets go by what logs say that begin with what was said before the experiment. */
    void skipThePast(Course course) {
        if (taps.stream().noneMatch(LogTap::beginsWithThePast)) {
            return;
        }
        long[] lastLineAt = {course.pace.nanos()};
        course.until(PAST_ENDS_WITHIN, () -> {
            lastLineAt[0] = skipped() > 0 ? course.pace.nanos() : lastLineAt[0];
            return course.pace.nanos() - lastLineAt[0] >= PAST_IS_OVER_AFTER.toNanos();
        });
    }

    private int skipped() {
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
        Loudness loudness = Loudness.of(judged);
        if (judged.isUnexpectedError()) {
            unexpected.add(judged, prefix, cause);
        }
        if (loudness != Loudness.QUIET && !cause.equals(BEFORE)) { // a fault has to have come before its echo
            quotes(loudness).add(judged, prefix, cause);
        }
        if (judged.category() != null || (level != null && level.compareTo(Level.WARN) >= 0)) {
            stirring.add(judged, prefix, cause);
            lastStirAt = now;
        }
    }

    private Quotes quotes(Loudness loudness) {
        return expected.computeIfAbsent(loudness, name -> new Quotes());
    }

    /** When a log last told of a disconnect or of trouble, in terms of {@link Pace#nanos}; 0 for never. */
    long lastStirAt() {
        return lastStirAt;
    }

    /** The newest few lines of each. */
    List<String> lastWords() {
        return taps.stream().flatMap(tap -> tap.lastWords().stream()).toList();
    }

    /** What is to be known of how the logs were read. */
    List<String> remarks() {
        return taps.stream()
                .map(LogTap::remark)
                .filter(remark -> !remark.isEmpty())
                .toList();
    }

    /** What was seen so far; what comes later changes nothing of it. */
    LogSeen seen(Falling falling) {
        taps.forEach(LogTap::flush);
        String source = taps.stream().map(LogTap::source).collect(Collectors.joining(", "));
        LogFigures figures =
                new LogFigures(source, lines, entries, byLevel, byCategory, unexpected.count(), unexpected.quoted());
        return new LogSeen(
                figures,
                unexpected.copy(),
                quotes(Loudness.LOUD).copy(),
                quotes(Loudness.RAISED).copy(),
                stirring.copy(),
                falling,
                Map.copyOf(linesByCause));
    }

    /** Whether the log fell quiet at the end. */
    enum Falling {
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

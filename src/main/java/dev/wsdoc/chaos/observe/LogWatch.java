package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.observe.Attribution.Moment;
import dev.wsdoc.chaos.observe.Attribution.Stage;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.LogSource;
import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.evidence.LogTail.Polled;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.report.Amount;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's logs during the experiment, read as they grow, and what they said. Owned by one thread. */
final class LogWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);

    private static final long FLOOD_BYTES = 10L * 1024 * 1024; // from here on a log is skimmed, not read

    private final List<LogTap> taps = new ArrayList<>();
    private final Attribution attribution;
    private final LogTally tally;
    private boolean fellBehind;
    private boolean news;
    private Duration watchedFor = Duration.ZERO;
    private long lastStirAt;
    private long now;
    private @Nullable Moment moment; // of this poll, once somebody asked for it

    private LogWatch(Suspects suspects) {
        this.attribution = new Attribution(suspects);
        this.tally = new LogTally(attribution);
    }

    /** Begins at the logs' ends. */
    static LogWatch on(List<LogSource> logs, Suspects suspects) throws IOException {
        LogWatch watch = new LogWatch(suspects);
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
        taps.add(new LogTap(tail, new Ear(named ? tail.source() + " " : "")));
    }

    /** What one log says goes into the tally of all. */
    private final class Ear implements LogTap.Listener {
        private final String prefix;

        Ear(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void judged(Judged judged, Moment began, long lastLineAt) {
            news = true;
            if (tally.judged(judged, prefix, began, lastLineAt)) {
                stirred(lastLineAt);
            }
        }

        @Override
        public void flooded(int lines, long bytes) {
            tally.flooded(lines, bytes, moment());
            stirred(now);
        }

        @Override
        public void unread(long bytes) {
            tally.unread(bytes);
            stirred(now);
            news = true;
        }
    }

    private void stirred(long at) {
        lastStirAt = Math.max(lastStirAt, at);
    }

    private Moment moment() {
        Moment present = moment;
        if (present == null) {
            present = attribution.moment(now);
            moment = present;
        }
        return present;
    }

    /** Reads what was added since the last poll, of each log by itself; whether there is more to read at once. */
    boolean poll(long at, BooleanSupplier isOver) {
        now = at;
        moment = null;
        boolean more = false;
        for (LogTap tap : taps) {
            Polled polled = isFlooded() ? tap.skim(at, this::moment, isOver) : tap.poll(at, this::moment, isOver);
            tally.read(polled.lines());
            news |= polled.lines() > 0;
            more |= polled.hasMore() && !isFlooded();
            if (tap.troubledAt() != 0) {
                stirred(tap.troubledAt());
            }
        }
        return more;
    }

    private boolean isFlooded() {
        return tally.growth().size() > FLOOD_BYTES;
    }

    /** Whether there is anything that {@link #seen} did not tell yet. */
    boolean hasNews() {
        return news;
    }

    /** It grew faster than it could be read. */
    void fellBehind() {
        fellBehind = true;
        news = true;
    }

    /** What is said from now on may be put down to this, such as a fault's name; what is being said is not torn. */
    void turnTo(String cause, long at) {
        attribution.turnTo(cause, at);
    }

    void enter(Stage stage) {
        attribution.enter(stage);
    }

    /** Whether from now on nothing more is to be said of the dead. */
    void isToFallQuiet(boolean quiet) {
        tally.isToFallQuiet(quiet);
    }

    /** So long it was watched when all was over. */
    void watchedFor(Duration time) {
        watchedFor = time;
        news = true;
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
    int skipThePast(BooleanSupplier isOver) {
        return taps.stream().mapToInt(tap -> tap.skip(isOver)).sum();
    }

    /** When a log last told of a disconnect or of trouble, in terms of {@link ExperimentClock#nanos}; 0 for never. */
    long lastStirAt() {
        return lastStirAt;
    }

    /** As {@link LogTally#lateness}. */
    long lateness() {
        return tally.lateness();
    }

    /** Why a log cannot be read or written; null while all can. */
    @Nullable
    String failure() {
        return failures().stream().findFirst().orElse(null);
    }

    private Set<String> failures() {
        return taps.stream()
                .map(LogTap::failure)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What was seen so far; what comes later changes nothing of it. */
    LogSeen seen() {
        news = false;
        String source = taps.stream().map(LogTap::source).collect(Collectors.joining(", "));
        List<String> lastWords =
                taps.stream().flatMap(tap -> tap.lastWords().stream()).toList();
        return tally.seen(source).read(lastWords, remarks(), failure(), watchedFor);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>(failures());
        if (fellBehind) {
            remarks.add(
                    "the log grew faster than it could be read: not all of it was, and lines may be put down to a later"
                            + " fault");
        }
        if (!watchedFor.isZero()) {
            remarks.add("the log was watched for " + Amount.millis((double) watchedFor.toMillis())
                    + " after everybody had left (--watch-after)");
        }
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

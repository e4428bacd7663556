package dev.wsdoc.chaos.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.observe.Attribution.Stage;
import dev.wsdoc.chaos.victim.ServerCloseListener;
import dev.wsdoc.chaos.victim.VictimRegistry;
import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.evidence.LogTail.Polled;
import dev.wsdoc.report.LogFigures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogWatchTest {
    private static final String COMPLAINT =
            "2026-11-22 20:31:38,123 ERROR app - Unexpected error sending message to 7: Connection reset by peer";

    private final Deque<String> unread = new ArrayDeque<>();
    private long now = Duration.ofHours(1).toNanos();

    private static Suspects nobody() {
        return new Suspects(
                new VictimRegistry(Instant.EPOCH, 0), new ServerCloseListener(), Map.of(), Set.of("/api/status"));
    }

    private LogWatch watch() throws IOException {
        return LogWatch.on(List.of(Script::new), nobody());
    }

    /** What was judged is one moment's picture, however long a naive server goes on. */
    @Test
    void whatIsSaidLaterChangesNothingOfWhatWasSeen() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        say(log, COMPLAINT);
        LogSeen seen = log.seen();
        say(log, COMPLAINT, COMPLAINT);
        log.seen();

        LogFigures figures = seen.figures();
        assertThat(figures.unexpectedErrorLines()).isEqualTo(1);
        assertThat(figures.byCategory()).isEqualTo(Map.of("RESET", Map.of("ERROR", 1L)));
        assertThat(seen.unexpected().count()).isEqualTo(1);
        assertThat(seen.loud().byCause()).isEqualTo("abrupt 1");
    }

    /** wsdoc's own look for a status page may be told of, and that is no client's death. */
    @Test
    void whatIsSaidBeforeTheFaultsIsNoEchoOfThem() throws Exception {
        LogWatch log = watch();
        say(log, "2026-11-24 16:40:04,643 INFO websockets.server: connection failed (426 Upgrade Required)");
        LogSeen seen = log.seen();

        assertThat(seen.raised().count()).isZero();
        assertThat(seen.figures().byCategory()).isEqualTo(Map.of("HANDSHAKE", Map.of("INFO", 1L)));
    }

    @Test
    void aPauseInsideATraceDoesNotTearIt() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        poll(log, "DEBUG onError java.io.IOException: Connection reset by peer");
        poll(
                log,
                "java.io.IOException: Connection reset by peer",
                "\tat sun.nio.ch.SocketDispatcher.read0(Native Method)");
        after(Duration.ofMillis(1_500));
        poll(log);
        poll(log, "\tat example.Loop.read(Loop.java:650)");
        after(Duration.ofSeconds(30));
        poll(log);
        poll(log, "\tat java.lang.Thread.run(Thread.java:840)");
        after(Duration.ofSeconds(30));
        poll(log);
        LogSeen seen = log.seen();

        assertThat(seen.unexpected().count()).isZero();
        assertThat(seen.figures().entries()).isEqualTo(1);
    }

    /** The entry is what it is once the deepest cause was read, however long that took. */
    @Test
    void anErrorIsJudgedWhenItsTraceIsThere() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        poll(log, "2026-11-22 20:31:38,123 ERROR app - send failed", "java.lang.IllegalStateException: no luck");
        after(Duration.ofMillis(1_900));
        poll(log);
        assertThat(log.seen().figures().entries()).isZero();
        poll(log, "Caused by: java.io.IOException: Broken pipe", "\tat example.Loop.write(Loop.java:1)");
        after(Duration.ofMillis(2_100));
        poll(log);

        assertThat(log.seen().figures().byCategory()).isEqualTo(Map.of("BROKEN_PIPE", Map.of("ERROR", 1L)));
    }

    @Test
    void anEntryThatAsksForNothingIsCompleteSoon() throws Exception {
        LogWatch log = watch();
        poll(log, "2026-11-22 20:31:38,123 INFO app - Connection reset by peer");
        after(Duration.ofMillis(100));
        poll(log);

        assertThat(log.seen().figures().entries()).isEqualTo(1);
    }

    @Test
    void anEntryBelongsToTheRoundThatItBeganIn() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        poll(log, COMPLAINT, "java.io.IOException: Connection reset by peer");
        turn(log, "drop");
        say(log, "\tat example.Loop.read(Loop.java:650)");

        assertThat(log.seen().unexpected().byCause()).isEqualTo("abrupt 1");
    }

    /** Who names nobody may be late: then every fault until now is possible. */
    @Test
    void aLateLineIsPutDownToEveryFaultThatItMayComeFrom() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        after(Duration.ofSeconds(5));
        turn(log, "drop");
        say(log, COMPLAINT);
        after(Duration.ofSeconds(5));
        say(log, COMPLAINT);
        turn(log, Probe.AFTERWARDS);
        say(log, COMPLAINT);

        assertThat(log.seen().unexpected().byCause()).isEqualTo("drop 1, abrupt or drop 2");
    }

    @Test
    void whatWsdocItselfAsksForIsInNobodysQuotes() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        say(log, "2026-11-24 16:40:04,643 WARN app: connection reset by peer: GET /api/status?limit=1");
        log.enter(Stage.LAST_CONNECTION);
        say(log, "2026-11-24 16:40:04,643 WARN app: connection closed normally (1000)");
        LogSeen seen = log.seen();

        assertThat(seen.loud().count()).isZero();
        assertThat(seen.figures().lines()).isEqualTo(2);
    }

    @Test
    void whatKeepsOnIsQuotedAndNotTheGoodbyes() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        say(log, COMPLAINT);
        log.isToFallQuiet(true);
        say(log, "2026-11-22 20:31:40,000 ERROR app - Broken pipe for 7");
        log.isToFallQuiet(false);
        log.enter(Stage.GOODBYES);
        say(log, "2026-11-22 20:31:41,000 INFO app - connection 8 closed (1000)");

        assertThat(log.seen().keptOn().newest())
                .containsExactly("line 2: 2026-11-22 20:31:40,000 ERROR app - Broken pipe for 7");
    }

    @Test
    void aFloodIsNotReadToItsEndAndStillCounted() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        say(log, Collections.nCopies(11 * 1_024, "x".repeat(1_023)).toArray(String[]::new));
        unread.addAll(Collections.nCopies(300_000, "2026/11/22 20:31:38 write: broken pipe"));
        boolean more = log.poll(now, () -> false);
        LogSeen seen = log.seen();

        assertThat(more).isFalse();
        assertThat(seen.growth().unread()).isEqualTo(42);
        assertThat(seen.growth().lines()).isGreaterThan(300_000);
        assertThat(seen.figures().entries()).isLessThan(12_000);
        assertThat(log.lastStirAt()).isEqualTo(now);
    }

    @Test
    void whatAHealthyServerSaysOfEachFrameIsNoFlood() throws Exception {
        LogWatch log = watch();
        turn(log, "abrupt");
        say(log, Collections.nCopies(500, "DEBUG:app:< PING 'abc' [3 bytes]").toArray(String[]::new));

        assertThat(log.seen().growth().lines()).isZero();
        assertThat(log.seen().figures().lines()).isEqualTo(500);
    }

    @Test
    void aLogThatDoesNotCloseKeepsNoOtherOpen() throws Exception {
        List<String> closed = new ArrayList<>();
        LogWatch log =
                LogWatch.on(List.of(() -> new Closing("first", closed), () -> new Closing("second", closed)), nobody());

        log.close();

        assertThat(closed).containsExactly("first", "second");
    }

    @Test
    void aLogThatCannotBeReadKeepsNoOtherUnread() throws Exception {
        LogWatch log = LogWatch.on(List.of(() -> new Failing("app.log"), Script::new), nobody());
        turn(log, "abrupt");
        say(log, COMPLAINT);
        say(log, COMPLAINT);
        LogSeen seen = log.seen();

        assertThat(seen.figures().lines()).isEqualTo(2);
        assertThat(seen.failure()).isEqualTo("a log cannot be read any more: app.log is gone");
    }

    @Test
    void aFullDiskIsToldOfALogThatDoesNotGrow() throws Exception {
        LogWatch log = LogWatch.on(List.of(Full::new), nobody());
        after(Duration.ofSeconds(2));
        poll(log);

        assertThat(log.seen().failure()).isEqualTo("the disk is full");
    }

    @Test
    void whatWentWrongIsToldOnceAndHowLongItWasWatched() throws Exception {
        LogWatch log = LogWatch.on(List.of(() -> new Failing("app.log")), nobody());

        poll(log);
        poll(log);
        log.fellBehind();
        log.watchedFor(Duration.ofSeconds(12));

        assertThat(log.seen().remarks())
                .containsExactly(
                        "a log cannot be read any more: app.log is gone",
                        "the log grew faster than it could be read: not all of it was, and lines may be put down to a"
                                + " later fault",
                        "the log was watched for 12.0 s after everybody had left (--watch-after)");
    }

    private void after(Duration time) {
        now += time.toNanos();
    }

    private void turn(LogWatch log, String cause) {
        log.turnTo(cause, now);
    }

    private void poll(LogWatch log, String... lines) {
        unread.addAll(List.of(lines));
        log.poll(now, () -> false);
    }

    private void say(LogWatch log, String... lines) {
        poll(log, lines);
        log.flush();
    }

    /** Lines that the test adds. */
    private final class Script implements LogTail {
        @Override
        public String source() {
            return "script";
        }

        @Override
        public long letGo(long keep) {
            return 42;
        }

        @Override
        public Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> lines) {
            int count = unread.size();
            unread.forEach(lines);
            unread.clear();
            return new Polled(count, false);
        }

        @Override
        public void close() {}
    }

    /** A log that cannot be read any more. */
    private record Failing(String source) implements LogTail {
        @Override
        public Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> lines) throws IOException {
            throw new IOException(source + " is gone");
        }

        @Override
        public void close() {}
    }

    /** A log on a disk that has no room. */
    private static final class Full implements LogTail {
        @Override
        public String source() {
            return "full";
        }

        @Override
        public String obstacle() {
            return "the disk is full";
        }

        @Override
        public Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> lines) {
            return Polled.NOTHING;
        }

        @Override
        public void close() {}
    }

    /** A log that tells when it is closed, and fails at it. */
    private record Closing(String source, List<String> closed) implements LogTail {
        @Override
        public Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> lines) {
            return Polled.NOTHING;
        }

        @Override
        public void close() throws IOException {
            closed.add(source);
            throw new IOException("it does not close");
        }
    }
}

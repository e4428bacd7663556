package dev.wsdoc.chaos.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.evidence.LogTail.Polled;
import dev.wsdoc.report.LogFigures;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogWatchTest {
    private static final String COMPLAINT =
            "2026-11-22 20:31:38,123 ERROR app - Unexpected error sending message to 7: Connection reset by peer";

    private final Deque<String> unread = new ArrayDeque<>();

    /** What was judged is one moment's picture, however long a naive server goes on. */
    @Test
    void whatIsSaidLaterChangesNothingOfWhatWasSeen() throws Exception {
        LogWatch log = LogWatch.on(List.of(Script::new));
        log.turnTo("abrupt");
        unread.add(COMPLAINT);
        read(log, 1);
        LogSeen seen = log.seen();
        unread.addAll(List.of(COMPLAINT, COMPLAINT));
        read(log, 2);
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
        LogWatch log = LogWatch.on(List.of(Script::new));
        unread.add("2026-11-24 16:40:04,643 INFO websockets.server: connection failed (426 Upgrade Required)");
        read(log, 1);
        LogSeen seen = log.seen();

        assertThat(seen.raised().count()).isZero();
        assertThat(seen.figures().byCategory()).isEqualTo(Map.of("HANDSHAKE", Map.of("INFO", 1L)));
    }

    @Test
    void aLogThatDoesNotCloseKeepsNoOtherOpen() throws Exception {
        List<String> closed = new ArrayList<>();
        LogWatch log = LogWatch.on(List.of(() -> new Closing("first", closed), () -> new Closing("second", closed)));

        log.close();

        assertThat(closed).containsExactly("first", "second");
    }

    @Test
    void whatWentWrongIsToldOnce() throws Exception {
        LogWatch log = LogWatch.on(List.of(Script::new));

        log.failed(new IOException("app.log is gone"));
        log.failed(new IOException("app.log is gone"));
        log.fellBehind();

        assertThat(log.seen().remarks())
                .containsExactly(
                        "a log cannot be read any more: app.log is gone",
                        "the log grew faster than it could be read: not all of it was, and lines may be put down to a"
                                + " later fault");
    }

    private static void read(LogWatch log, long at) throws IOException {
        log.poll(at, () -> false);
        log.flush();
    }

    /** Lines that the test adds. */
    private final class Script implements LogTail {
        @Override
        public String source() {
            return "script";
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

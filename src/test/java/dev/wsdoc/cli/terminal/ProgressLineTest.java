package dev.wsdoc.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.cli.terminal.Console.Reader.Place;
import dev.wsdoc.report.Glyphs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final String ERASE = "\r\u001b[K";

    private final StringWriter err = new StringWriter();
    private long now = 1;

    private ProgressLine line(Place place, Map<String, String> environment) {
        PrintWriter out = new PrintWriter(new StringWriter());
        Console.Reader reader = new Console.Reader(place, place, Glyphs.UNICODE, environment);
        return new ProgressLine(new Console(out, new PrintWriter(err), reader), "wsdoc: ", () -> now);
    }

    private String drawn() {
        String text = err.toString();
        err.getBuffer().setLength(0);
        return text;
    }

    @Test
    void drawsALineOverItself() {
        try (ProgressLine line = line(Place.TERMINAL, Map.of())) {
            line.at("open", 3, 10);
            assertThat(drawn()).isEqualTo(ERASE + "wsdoc: open 3/10 ...");
            line.at("recover", 0, 0);
            assertThat(drawn()).isEqualTo(ERASE + "wsdoc: recover ...");
        }
        assertThat(drawn()).isEqualTo(ERASE);
    }

    @Test
    void drawsAPhaseTenTimesASecondAtMost() {
        try (ProgressLine line = line(Place.TERMINAL, Map.of())) {
            line.at("open", 1, 10);
            now += TimeUnit.MILLISECONDS.toNanos(100) - 1;
            line.at("open", 2, 10);
            assertThat(drawn()).endsWith("open 1/10 ...");
            now++;
            line.at("open", 3, 10);
            assertThat(drawn()).endsWith("open 3/10 ...");
        }
    }

    @Test
    void leavesWhatIsNoTerminalAlone() {
        try (ProgressLine elsewhere = line(Place.ELSEWHERE, Map.of());
                ProgressLine dumb = line(Place.TERMINAL, Map.of("TERM", "dumb"))) {
            elsewhere.at("open", 1, 2);
            dumb.at("open", 1, 2);
        }
        assertThat(drawn()).isEmpty();
    }
}

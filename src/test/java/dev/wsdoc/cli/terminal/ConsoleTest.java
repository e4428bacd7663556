package dev.wsdoc.cli.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.cli.terminal.Console.Reader.Place;
import dev.wsdoc.report.Glyphs;
import dev.wsdoc.report.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static Console.Reader reader(Place out, Place err) {
        return new Console.Reader(out, err, Glyphs.UNICODE, Map.of());
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void writesToATerminalAsItsLocaleWantsAndUtf8Elsewhere() {
        Console console = Console.on(out, err, reader(Place.TERMINAL, Place.ELSEWHERE), ISO_8859_1);

        console.out().print("ö");
        console.err().print("ö");

        assertThat(console.flush()).isNull();
        assertThat(out.toByteArray()).isEqualTo("ö".getBytes(ISO_8859_1));
        assertThat(err.toByteArray()).isEqualTo("ö".getBytes(UTF_8));
    }

    @Test
    void tellsThatOutputWasLost() {
        Console console =
                Console.on(failing("No space left on device"), err, reader(Place.ELSEWHERE, Place.ELSEWHERE), UTF_8);
        assertThat(console.isOutputGone()).isFalse();

        console.out().println("text");

        assertThat(console.isOutputGone()).isTrue();
        assertThat(console.flush()).hasMessage("No space left on device");
    }

    @Test
    void doesNotMindAReaderThatHasSeenEnoughButGoesOnForNobody() {
        Console console = Console.on(failing("Broken pipe"), err, reader(Place.ELSEWHERE, Place.ELSEWHERE), UTF_8);

        console.out().println("text");

        assertThat(console.isOutputGone()).isTrue();
        assertThat(console.flush()).isNull();
    }

    @Test
    void textIsAsWideAsTheTerminalAndAsWideAsItLikesElsewhere() {
        assertThat(Console.on(out, err, reader(Place.TERMINAL, Place.ELSEWHERE), UTF_8)
                        .style()
                        .width())
                .isBetween(1, 99_999);
        assertThat(Console.on(out, err, reader(Place.ELSEWHERE, Place.TERMINAL), UTF_8)
                        .style()
                        .width())
                .isEqualTo(TextStyle.FILE.width());
    }

    /** Whatever this process's streams are, nothing was written, so nothing is lost. */
    @Test
    void theProcesssOwnStreamsAreThere() {
        Console console = Console.ofProcess();

        assertThat(console.isOutputGone()).isFalse();
        assertThat(console.flush()).isNull();
        assertThat(console.showsProgress())
                .isEqualTo(TerminalProbe.isTerminal(2) && !"dumb".equals(System.getenv("TERM")));
    }
}

package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
    private static final String LOG = "INFO:     connection open\nERROR:    Broken pipe";

    @TempDir
    Path directory;

    @Test
    void readsAFileWithoutANewlineAtItsEnd() throws IOException {
        assertThat(audit(Files.writeString(directory.resolve("a.log"), LOG)))
                .containsExactly("connection open", "Broken pipe");
    }

    @Test
    void unpacksARotatedLog() throws IOException {
        Path file = directory.resolve("a.log.1.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(LOG.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(audit(file)).containsExactly("connection open", "Broken pipe");
    }

    @Test
    void findsNothingInAnEmptyFile() throws IOException {
        assertThat(audit(Files.writeString(directory.resolve("empty.log"), ""))).isEmpty();
    }

    @Test
    void saysThatAFileIsNotThere() {
        Path file = directory.resolve("none.log");
        assertThatThrownBy(() -> audit(file)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readsAStreamThatComesInDribbles() throws IOException {
        byte[] bytes = (LOG + "\n").repeat(100).getBytes(StandardCharsets.UTF_8);
        InputStream dribble = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < bytes.length ? bytes[at++] : -1;
            }

            @Override
            public int read(byte[] target, int from, int length) {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                target[from] = (byte) next;
                return 1;
            }
        };
        List<Judged> judged = new ArrayList<>();
        LogFile.audit(dribble, Rules.builtIn(), judged::add);
        assertThat(judged).hasSize(200);
    }

    private static List<String> audit(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        LogFile.audit(file, Rules.builtIn(), judged -> texts.add(judged.entry().text()));
        return texts;
    }
}

package dev.wsdoc.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class SecretConverterTest {
    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        return "@" + Files.writeString(folder.resolve("secret"), content);
    }

    @Test
    void takesASecretAsItStandsOrFromAFile() throws Exception {
        assertThat(new SecretConverter().convert("s3cret").text()).isEqualTo("s3cret");
        assertThat(new SecretConverter().convert(file(" s3 cret \r\n")).text()).isEqualTo(" s3 cret ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | it is empty", "'\n' | it is empty", "'s3cret\nX: y' | more than one line"})
    void refusesAFileThatHoldsNone(String content, String complaint) throws Exception {
        String file = file(content);

        assertThatThrownBy(() -> new SecretConverter().convert(file))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining(file.substring(1))
                .hasMessageContaining(complaint)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void saysWhichFileCannotBeRead() throws Exception {
        assertThatThrownBy(() -> new SecretConverter().convert("@" + folder.resolve("none")))
                .hasMessageMatching("there is no file '.*none'");
        assertThatThrownBy(() -> new SecretConverter().convert("@" + folder)).hasMessageContaining("cannot read");
        String endless = file("x".repeat(70_000));
        assertThatThrownBy(() -> new SecretConverter().convert(endless)).hasMessageContaining("64 KiB");
    }

    @Test
    void neverShowsItByChance() {
        assertThat(new Secret("s3cret")).asString().doesNotContain("s3cret");
    }
}

package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportSpecTest {

    @Test
    void readsFormatAndFile() {
        assertThat(ReportSpec.parse("junit=out/a=b.xml"))
                .isEqualTo(new ReportSpec(ReportFormat.JUNIT, Path.of("out/a=b.xml")));
        assertThat(ReportSpec.parse("Markdown=s.md").format()).isEqualTo(ReportFormat.MARKDOWN);
    }

    @Test
    void takesStandardOutputWhenNoFileIsNamed() {
        assertThat(ReportSpec.parse("json").isStandardOutput()).isTrue();
        assertThat(ReportSpec.parse("json=-")).isEqualTo(ReportSpec.parse("json"));
        assertThat(ReportSpec.parse("json=/dev/stdout")).isEqualTo(ReportSpec.parse("json"));
    }

    @Test
    void refusesUnknownFormatsAndMissingFiles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportSpec.parse("pdf=x"))
                .withMessage("unknown report format 'pdf'; known are text, json, junit, markdown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportSpec.parse("junit="))
                .withMessageContaining("names no file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportSpec.parse("json=a\0b"))
                .withMessageStartingWith("'a\\x00b' is not a file name");
    }
}

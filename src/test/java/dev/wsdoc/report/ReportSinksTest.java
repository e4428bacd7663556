package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportSinksTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void writesEachReportToItsPlace() throws IOException {
        ReportSinks sinks = open("text", "json=" + folder.resolve("a.json"), "junit=" + folder.resolve("b.xml"));
        sinks.write(SampleReports.healthy(), TextStyle.FILE);
        assertThat(out.toString()).contains("HEALTHY");
        assertThat(folder.resolve("a.json")).content().contains("\"verdict\" : \"healthy\"");
        assertThat(folder.resolve("b.xml")).content().contains("<testsuite ");
        assertThat(files()).containsExactlyInAnyOrder("a.json", "b.xml");
    }

    @Test
    void leavesAnExistingReportAloneUntilTheRunIsDone() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), "the old one");
        ReportSinks sinks = open("json=" + file);
        assertThat(file).hasContent("the old one");
        assertThat(files()).containsExactly("old.json");
        sinks.write(SampleReports.healthy(), TextStyle.FILE);
        assertThat(file).content().startsWith("{").doesNotContain("the old one");
    }

    @Test
    void createsNothingWhenTheRunNeverHappens() throws IOException {
        open("json=" + folder.resolve("new.json"));
        assertThat(files()).isEmpty();
    }

    @Test
    void findsAMissingFolderBeforeTheRun() {
        Path file = folder.resolve("out").resolve("x.xml");
        assertThatIOException()
                .isThrownBy(() -> open("junit=" + file))
                .withMessage("cannot write report file %s: No such directory '%s'", file, file.getParent());
    }

    @Test
    void findsAFolderWhereTheFileShouldBe() {
        assertThatIOException()
                .isThrownBy(() -> open("junit=" + folder))
                .withMessage("cannot write report file %s: it is a directory", folder);
    }

    @Test
    void findsAFileWhereTheFolderShouldBe() throws IOException {
        Path file = Files.createFile(folder.resolve("plain"));
        assertThatIOException()
                .isThrownBy(() -> open("junit=" + file.resolve("x.xml")))
                .withMessageEndingWith("Not a directory '" + file + "'");
    }

    static boolean permissionsBind() {
        return !"root".equals(System.getProperty("user.name"));
    }

    @Test
    @EnabledIf("permissionsBind")
    void findsAFolderThatTakesNoFiles() throws IOException {
        Path locked = Files.createDirectory(
                folder.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assertThatIOException()
                .isThrownBy(() -> open("junit=" + locked.resolve("x.xml")))
                .withMessageEndingWith("x.xml: Permission denied");
    }

    @Test
    void refusesTwoReportsForOnePlace() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("text", "json=-"))
                .withMessage("reports text=- and json=- would both go to standard output; give each a file of its own");
        Path file = folder.resolve("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("text=" + file, "json=" + folder + "/./x"))
                .withMessageContaining("would both go to " + folder);
        Files.createFile(file);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThatIllegalArgumentException().isThrownBy(() -> open("text=" + file, "json=" + link));
    }

    @Test
    void writesThroughASymbolicLink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.json"), "old ".repeat(10_000));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        open("json=" + link).write(SampleReports.healthy(), TextStyle.FILE);
        assertThat(link).isSymbolicLink();
        assertThat(file).content().startsWith("{").doesNotContain("old old");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsThePermissionsOfTheFileItReplaces() throws IOException {
        Path file = Files.createFile(folder.resolve("x.json"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        open("json=" + file).write(SampleReports.healthy(), TextStyle.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-rw-");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesToDevicesInPlace() throws IOException {
        open("json=/dev/null").write(SampleReports.healthy(), TextStyle.FILE);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    @EnabledIf("hasFullDevice")
    void saysWhichFileCouldNotBeFilledAndWritesTheOthers() throws IOException {
        Path other = folder.resolve("x.json");
        ReportSinks sinks = open("junit=/dev/full", "json=" + other);
        assertThatIOException()
                .isThrownBy(() -> sinks.write(SampleReports.healthy(), TextStyle.FILE))
                .withMessage("cannot write report file /dev/full: No space left on device");
        assertThat(other).content().startsWith("{");
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    private ReportSinks open(String... specs) throws IOException {
        return ReportSinks.open(Arrays.stream(specs).map(ReportSpec::parse).toList(), out);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

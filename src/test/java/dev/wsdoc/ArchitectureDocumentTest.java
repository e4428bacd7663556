package dev.wsdoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/architecture.md against the code: whoever looks for a file by it finds one. */
class ArchitectureDocumentTest {
    private static final Path CODE = Path.of("src/main/java/dev/wsdoc");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*)(?:\\.[a-z]\\w*)?`");
    private static final Pattern CHECK = Pattern.compile("`([a-z]+[.][a-z]+-[a-z-]+)`");
    private static final Pattern FENCED = Pattern.compile("```.*?```", Pattern.DOTALL);

    private final String document = read(Path.of("docs/architecture.md"));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> code = Files.walk(CODE);
                Stream<Path> tests = Files.walk(Path.of("src/test/java/dev/wsdoc"))) {
            return Stream.concat(code, tests)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyClassThatItNamesIsThere() throws Exception {
        Set<String> named = new TreeSet<>();
        Matcher name = NAME.matcher(FENCED.matcher(document).replaceAll(""));
        while (name.find()) {
            named.add(name.group(1));
        }

        assertThat(named).hasSizeGreaterThan(80);
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyPackageAndRoomStandsInItsPicture() throws Exception {
        String picture = document.substring(document.indexOf("## The shape"), document.indexOf("### Threads"));
        try (Stream<Path> folders = Files.walk(CODE)) {
            assertThat(folders.filter(Files::isDirectory).filter(folder -> !folder.equals(CODE)))
                    .allSatisfy(folder -> assertThat(picture).containsPattern("\\b" + folder.getFileName() + "\\b"));
        }
    }

    @Test
    void everyCheckThatItNamesIsAsked() {
        Set<String> named = new TreeSet<>();
        Matcher name = CHECK.matcher(document);
        while (name.find()) {
            named.add(name.group(1));
        }

        assertThat(named).isNotEmpty();
        assertThat(named)
                .allSatisfy(check -> assertThat(read(CODE.resolve("chaos/judge/Checks.java")))
                        .contains("\"" + check + "\""));
    }
}

package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.terminal.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What may follow what was typed: orders, what they take, names of files. */
final class OrderCompletion implements Prompt.Completion {
    private static final int MOST_FILES = 1_000;

    @Override
    public List<String> of(List<String> before, String word) {
        if (before.isEmpty()) {
            return word.startsWith("/")
                    ? beginning(word, Orders.names().stream().map(name -> "/" + name))
                    : List.of();
        }
        return switch (before.get(0)) {
            case "/close" ->
                before.size() == 1 ? beginning(word, Stream.of("1000", "1001", "3000", "4000")) : List.of();
            case "/frame" ->
                before.size() == 1
                        ? beginning(word, FrameWords.opcodes().stream())
                        : beginning(word, FrameWords.OPTIONS.stream());
            case "/binary" -> word.startsWith("@") ? files("@", word.substring(1)) : List.of();
            case "/save" -> files("", word);
            default -> List.of();
        };
    }

    private static List<String> beginning(String word, Stream<String> values) {
        return values.filter(value -> value.startsWith(word)).toList();
    }

    private static List<String> files(String prefix, String word) {
        int slash = word.lastIndexOf('/') + 1;
        String folder = word.substring(0, slash);
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.limit(MOST_FILES)
                    .map(file -> prefix + folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> name.startsWith(prefix + word))
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // there is no such folder
        }
    }
}

package dev.wsdoc.evidence.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Linux tells of one process in its folder in /proc: proc(5). It may be gone at any moment, and then has nothing. */
record ProcFolder(long pid) {
    private static final Logger LOG = LoggerFactory.getLogger(ProcFolder.class);
    private static final Path PROC = Path.of("/proc");
    private static final Pattern CONTAINER = Pattern.compile("(?<![0-9a-f])([0-9a-f]{12})[0-9a-f]{52}(?![0-9a-f])");
    private static final ProcFolder OWN = new ProcFolder(ProcessHandle.current().pid());

    /** wsdoc's own. */
    static ProcFolder own() {
        return OWN;
    }

    /** Those of all processes that may be seen; none where there is no /proc. */
    static List<ProcFolder> all() {
        List<ProcFolder> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path folder : folders) {
                all.add(new ProcFolder(Long.parseLong(folder.getFileName().toString())));
            }
        } catch (IOException | NumberFormatException e) {
            LOG.debug("There are no processes to be seen", e);
        }
        return all;
    }

    Path path() {
        return PROC.resolve(String.valueOf(pid));
    }

    /**
     * What each open descriptor leads to, such as {@code socket:[4711]} or a file.
     *
     * @return null when that may not be seen
     */
    @Nullable
    Map<Path, String> descriptors() {
        Map<Path, String> all = new LinkedHashMap<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(path().resolve("fd"))) {
            for (Path descriptor : open) {
                put(descriptor, all);
            }
            return all;
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("The descriptors of process {} may not be seen", pid, e);
            return Files.exists(path()) ? null : Map.of();
        }
    }

    private static void put(Path descriptor, Map<Path, String> all) throws IOException {
        try {
            all.put(descriptor, Files.readSymbolicLink(descriptor).toString());
        } catch (NoSuchFileException e) {
            LOG.debug("{} was closed meanwhile", descriptor, e);
        }
    }

    /** Whether what is open there may be written to: its flags are octal, and end with the access mode of open(2). */
    boolean mayWrite(Path descriptor) {
        return text("fdinfo/" + descriptor.getFileName())
                .lines()
                .filter(line -> line.startsWith("flags:"))
                .anyMatch(line -> line.endsWith("1") || line.endsWith("2"));
    }

    /** Which network it lives in; null when that may not be seen. */
    @Nullable
    String network() {
        try {
            return Files.readSymbolicLink(path().resolve("ns/net")).toString();
        } catch (IOException e) {
            LOG.debug("The network of process {} may not be seen", pid, e);
            return null;
        }
    }

    /** The program's name, of at most 15 characters. */
    String program() {
        return text("comm").strip();
    }

    /** The words by which it was started. */
    List<String> words() {
        return List.of(text("cmdline").split("\0", -1));
    }

    /** The container that it lives in and wsdoc does not, by the first 12 digits of its number; empty for none. */
    String container() {
        Matcher number = CONTAINER.matcher(text("cgroup"));
        return number.find() && !OWN.text("cgroup").contains(number.group()) ? number.group(1) : "";
    }

    private String text(String file) {
        try {
            return new String(Files.readAllBytes(path().resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.debug("{} of process {} may not be read", file, pid, e);
            return "";
        }
    }
}

package dev.wsdoc.evidence.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the logs that processes write: regular files that are their output, or that they have open for writing and that
 * are called {@code *.log}. Each search is of one moment; stateless.
 */
public final class LogSearch {
    private static final Logger LOG = LoggerFactory.getLogger(LogSearch.class);
    private static final Set<String> OUTPUTS = Set.of("1", "2");
    private static final Pattern CALLED_A_LOG = Pattern.compile(".*\\.log");
    private static final Pattern OF_A_DATABASE = Pattern.compile("[0-9]+\\.log"); // LevelDB's and RocksDB's journals
    private static final int MOST_LOGS = 8;

    private final Set<Object> known = new HashSet<>();
    private final Map<Path, Long> found = new LinkedHashMap<>();

    private LogSearch() {}

    /**
     * The logs that these processes write and that can be read here.
     *
     * @param pids the server's own first
     * @param known logs that are followed already
     * @return at most 8, each with the process that has it open
     */
    public static Map<Path, Long> of(Collection<Long> pids, List<Path> known) {
        LogSearch search = new LogSearch();
        known.stream().map(LogSearch::identity).filter(Objects::nonNull).forEach(search.known::add);
        pids.forEach(pid -> search.look(new ProcFolder(pid)));
        return search.found;
    }

    /** What is to be said of a process that writes no such log, with what to do instead; in one line. */
    public static String nothing(long pid) {
        String container = new ProcFolder(pid).container();
        return "no log: process " + pid + " has none open that can be read here; --log FILE names one, --log-command "
                + (container.isEmpty()
                        ? "'journalctl -f -n 0 -u UNIT' reads that of a service"
                        : "'docker logs -f --tail 0 " + container + "' reads that of its container");
    }

    private void look(ProcFolder process) {
        Map<Path, String> descriptors = process.descriptors();
        if (descriptors == null) {
            return;
        }
        descriptors.forEach((descriptor, target) -> {
            if (found.size() < MOST_LOGS && isLog(descriptor, target) && process.mayWrite(descriptor)) {
                add(descriptor, Path.of(target), process.pid());
            }
        });
    }

    private static boolean isLog(Path descriptor, String target) {
        String name = target.substring(target.lastIndexOf('/') + 1);
        boolean isOutput = OUTPUTS.contains(descriptor.getFileName().toString());
        boolean isNamedSo = CALLED_A_LOG.matcher(name).matches()
                && !OF_A_DATABASE.matcher(name).matches();
        return target.startsWith("/") && (isOutput || isNamedSo);
    }

    /** Its name must lead to what is open: it may be deleted, or another file in a container. */
    private void add(Path descriptor, Path file, long pid) {
        Object open = identity(descriptor);
        if (open != null && Objects.equals(open, identity(file)) && Files.isReadable(file) && known.add(open)) {
            found.put(file, pid);
        }
    }

    /** Which regular file it is; null when it is none. */
    private static @Nullable Object identity(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? attributes.fileKey() : null;
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at", file, e);
            return null;
        }
    }
}

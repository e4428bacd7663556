package dev.wsdoc.evidence;

import dev.wsdoc.evidence.ProcessFigures.One;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linux's own figures of processes: {@code /proc/PID/status} and {@code /proc/PID/fd} (proc(5)). Read here and not through oshi,
 * which takes about a second to load. Stateless.
 */
final class ProcProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ProcProcess.class);
    private static final Path PROC = Path.of("/proc");
    private static final long KIB = 1024;

    private ProcProcess() {}

    /** Whether this system has such figures of that process. */
    static boolean isThere(long pid) {
        return Files.isReadable(status(pid));
    }

    /** Those that live; null when none does. */
    static @Nullable ProcessFigures measure(Collection<Long> pids) {
        Map<Long, One> each = new HashMap<>();
        for (long pid : pids) {
            List<String> status = lines(pid);
            if (!status.isEmpty() && !value(status, "State:").startsWith("Z")) {
                long resident = number(value(status, "VmRSS:")) * KIB;
                long threads = number(value(status, "Threads:"));
                each.put(pid, new One(descriptors(pid), resident, threads, CollectedRuntimes.includes(pid)));
            }
        }
        return each.isEmpty() ? null : new ProcessFigures(each);
    }

    private static Path status(long pid) {
        return PROC.resolve(String.valueOf(pid)).resolve("status");
    }

    /** Empty when the process is gone. */
    private static List<String> lines(long pid) {
        try {
            return Files.readAllLines(status(pid), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            LOG.debug("Process {} is gone", pid, e);
            return List.of();
        }
    }

    private static String value(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()).strip())
                .orElse("");
    }

    /** Such as {@code 12345 kB}; a kernel thread has no memory of its own, and no such line. */
    private static long number(String value) {
        int end = 0;
        while (end < value.length() && Character.isDigit(value.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Long.parseLong(value.substring(0, end));
    }

    /** -1 when they may not be seen. */
    private static long descriptors(long pid) {
        long count = 0;
        try (DirectoryStream<Path> open =
                Files.newDirectoryStream(PROC.resolve(String.valueOf(pid)).resolve("fd"))) {
            for (Path ignored : open) {
                count++;
            }
            return count;
        } catch (IOException e) {
            LOG.debug("The descriptors of process {} may not be seen", pid, e);
            return -1;
        }
    }
}

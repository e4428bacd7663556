package dev.wsdoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that this process really occupies, as Linux counts it. */
final class ResidentSet {
    private static final String LABEL = "VmRSS:";

    private ResidentSet() {}

    /** In kB of 1024 bytes: heap with its garbage, compiled code, threads, buffers. */
    static long kilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(LABEL))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/status has no " + LABEL));
    }
}

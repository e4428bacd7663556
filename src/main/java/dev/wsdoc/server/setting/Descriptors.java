package dev.wsdoc.server.setting;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many file descriptors this process may have open ({@code ulimit -n}). */
final class Descriptors {
    private Descriptors() {}

    /** The limit, or a million where the platform has none. */
    static long limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 1_000_000;
    }
}

package dev.wsdoc.real;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * What real servers need on this machine. Where it is missing, tests that want it are skipped, visibly; with {@code
 * WSDOC_REAL_SERVERS=required} in the environment they fail.
 */
final class Installed {
    /** Debian's Python: another one may come first on the path, and knows nothing of Debian's packages. */
    static final String PYTHON = "/usr/bin/python3";

    private static final boolean REQUIRED = "required".equals(System.getenv("WSDOC_REAL_SERVERS"));
    private static final Map<String, Boolean> PROBED = new ConcurrentHashMap<>();

    private Installed() {}

    /**
     * Goes on only where this shell command ends well.
     *
     * @param name what is missing otherwise, and how to get it
     */
    static void require(String name, String probe) {
        if (PROBED.computeIfAbsent(probe, Installed::endsWell)) {
            return;
        }
        String complaint = name + " is missing: " + probe + " fails";
        if (REQUIRED) {
            fail(complaint + ", and WSDOC_REAL_SERVERS=required");
        }
        Assumptions.abort(complaint);
    }

    private static boolean endsWell(String probe) {
        try {
            Process process = new ProcessBuilder("sh", "-c", probe)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(30, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no shell
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

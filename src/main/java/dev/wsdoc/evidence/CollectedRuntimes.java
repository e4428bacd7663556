package dev.wsdoc.evidence;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The runtimes whose memory is collected as garbage, and so grows with whatever happens until the next collection: known by the
 * name of the program. Python is none of them, as it counts references; Go's collector runs from 4 MB on.
 */
final class CollectedRuntimes {
    private static final Pattern NAMES =
            Pattern.compile("java|node|nodejs|deno|bun|dotnet|mono|beam\\.smp|ruby[0-9.]*|pypy[0-9.]*");

    private CollectedRuntimes() {}

    /** Whether that process is one of them; not when its program is not to be seen. */
    static boolean includes(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(program -> Path.of(program).getFileName())
                .filter(name -> NAMES.matcher(name.toString()).matches())
                .isPresent();
    }
}

package dev.wsdoc.logaudit.parse;

import dev.wsdoc.logaudit.time.Timestamp;
import java.util.regex.Pattern;

/** What runtimes print when a program, a thread or a task dies: where that begins, which lines it has, where it is over. Stateless. */
public final class CrashDump {
    private static final String[] BEGINNINGS = {
        "panic: ",
        "fatal error: ",
        "fatal runtime error: ",
        "terminate called",
        "uncaughtException",
        "uncaught exception",
        "unhandledRejection",
        "lua: ",
        "Exception in thread \"",
        "Exception: java.lang.",
        "Unhandled exception",
        "Unhandled Exception",
        "Unhandled promise rejection",
        "Unhandled rejection",
        "Uncaught exception",
        "Uncaught Exception",
        "UnhandledPromiseRejection",
        "Fatal Python error: ",
        "Fatal error: ",
        "Fatal error! ",
        "FATAL ERROR: ",
        "Segmentation fault",
        "SIGSEGV: ",
        "SIGABRT: ",
        "Stack overflow.",
        "Process terminated.",
        "Out of memory.",
        "*** Program crashed",
        "*** Terminating app",
        "*** stack smashing",
        "Runtime terminating during boot",
        "{\"Kernel pid terminated\"",
        "[BUG] ",
    };
    /** First letters of the beginnings, and of what is told by more than its beginning. */
    private static final String FIRST = "pftulEUFSPOR*{[#=AnI(/";

    private static final String[] PARTS = {
        "goroutine ",
        "created by ",
        "exit status ",
        "[signal ",
        "[originating ",
        "...additional frames",
        "runtime stack:",
        "runtime: ",
        "Emitted 'error' event",
        "Node.js v",
        "Bun v",
        "----------------",
        "note: ",
        "stack backtrace:",
        "stack traceback:",
        "Thread ",
        "Current thread ",
        "Extension modules: ",
        "Aborted",
        "SUMMARY: ",
        "==",
        "CallStack ",
        "Current stack trace:",
        "Stack dump:",
        "Crash dump ",
        "Kernel pid terminated",
        "[cause]",
        "}",
        ")",
        "]",
    };
    private static final String[] ENDS = {
        "exit status ", "Node.js v", "Bun v", "Aborted", "note: run with", "note: Some details"
    };
    private static final Pattern GO_CALL = Pattern.compile(
            "[^\\s(]+\\.(?:\\(\\*?[\\w.\\[\\]]+\\)\\.)?[^\\s(]+\\(.*\\)|panic\\(.*\\)|\\w{2,6} +0x\\p{XDigit}+.*|\\d{1,3} +\\S+ .*(?:0x| in |\\+ ).*");
    private static final Pattern SANITIZER = Pattern.compile("==\\d+==\\s?ERROR: .*");
    private static final Pattern NODE_WARNING = Pattern.compile("\\(node:\\d+\\) (?:Unhandled|Uncaught).*");

    /** Frames of D and Zig. */
    private static final Pattern ADDRESSED =
            Pattern.compile("\\S+:[\\d?]+ .*\\[0x\\p{XDigit}+\\]|\\S+\\.zig:\\d+:\\d+: 0x\\p{XDigit}+ in .*");

    private CrashDump() {}

    /** Whether a program dies in this line, so that it belongs to nothing before it. */
    public static boolean begins(String line) {
        char first = line.charAt(0);
        if (FIRST.indexOf(first) < 0) {
            return isCrashSite(line) || isSwifts(line) || isSource(line) || isDs(line); // most lines
        }
        for (String beginning : BEGINNINGS) {
            if (first == beginning.charAt(0) && line.startsWith(beginning)) {
                return true;
            }
        }
        return switch (first) {
            case 't' ->
                line.startsWith("thread ")
                        && (line.contains("panicked at")
                                || line.contains(" panic: ")
                                || line.contains("has overflowed its stack"));
            case '#' -> line.startsWith("#<Thread:") && line.contains("terminated with exception");
            case '=' -> line.startsWith("==") && SANITIZER.matcher(line).matches();
            case '(' -> line.startsWith("(node:") && NODE_WARNING.matcher(line).matches();
            case 'A', 'F' -> WindowsEvent.begins(line) || isSwifts(line);
            default -> isSwifts(line) || isCrashSite(line) || isDs(line);
        };
    }

    /** Whether everything up to the first frame belongs to the dump that begins here, whatever it looks like. */
    static boolean isOpenEnded(String line) {
        return switch (line.charAt(0)) {
            case 'p' -> line.startsWith("panic: ");
            case 'f' -> line.startsWith("fatal error: ");
            case 'g' -> line.startsWith("goroutine ");
            default -> isCrashSite(line);
        };
    }

    /** Whether whatever comes before another dump or a head belongs to the one that begins here. */
    static boolean isLasting(String line) {
        return line.startsWith("==") || line.startsWith("*** Program crashed");
    }

    /** Whether the line can stand in a dump behind its first frame, at column 0. */
    static boolean isPart(String line) {
        for (String part : PARTS) {
            if (line.startsWith(part)) {
                return true;
            }
        }
        return GO_CALL.matcher(line).matches() || ADDRESSED.matcher(line).matches();
    }

    /** Whether nothing but what is indented can come behind this line. */
    static boolean isOver(String line) {
        for (String end : ENDS) {
            if (line.startsWith(end)) {
                return true;
            }
        }
        return line.startsWith("==") && line.endsWith("==ABORTING");
    }

    /** {@code 12 |   return seats.length;}: Bun shows the lines that threw. */
    static boolean isSource(String line) {
        int end = Timestamp.isDigit(line.charAt(0)) ? Timestamp.digits(line, 0) : -1;
        return end > 0
                && end < 7
                && (line.startsWith(" | ", end) || line.substring(end).equals(" |"));
    }

    /** Whether it is the line of the source that follows another one. */
    static boolean isNextSource(String before, String line) {
        return isSource(before) && number(before) + 1 == number(line);
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(0, Timestamp.digits(line, 0)));
    }

    /** {@code core.exception.RangeError@src/hub.d(12): message}. */
    private static boolean isDs(String line) {
        int file = line.indexOf(".d(");
        int at = file < 0 ? -1 : line.lastIndexOf('@', file);
        return at > 0 && line.indexOf(' ') > file && line.indexOf("): ", file) > 0;
    }

    /** {@code Hub/Push.swift:31: Fatal error: message}. */
    private static boolean isSwifts(String line) {
        int fatal = line.indexOf(": Fatal error: ");
        return fatal > 0 && line.lastIndexOf(".swift:", fatal) > 0;
    }

    /** Where Node.js dies it first shows the line that threw: {@code node:events:502}. */
    private static boolean isCrashSite(String line) {
        if (!Timestamp.isDigit(line.charAt(line.length() - 1))) {
            return false; // most lines
        }
        int colon = line.lastIndexOf(':');
        boolean number = colon > 0 && Timestamp.digits(line, colon + 1) == line.length();
        return number
                && line.indexOf(' ') < 0
                && (line.startsWith("node:")
                        || line.contains(".js:")
                        || line.contains(".ts:")
                        || line.contains(".cjs:")
                        || line.contains(".mjs:"));
    }
}

package dev.wsdoc.logaudit.parse;

import java.util.regex.Pattern;

/** What a line without a head looks like inside an entry. Stateless. */
public final class LineShape {
    public static final String TRACEBACK = "Traceback (most recent call last):";
    static final String CAUSED_BY = "Caused by: ";

    private static final String[] CONNECTORS = {
        CAUSED_BY,
        "Wrapped by: ",
        "Suppressed: ",
        "The above exception was",
        "During handling of the above",
        TRACEBACK,
        "Stack trace:",
        "stack backtrace:",
        "goroutine ",
        "created by ",
        "Last message",
        "State: ",
        "** (",
        "future: <",
        "handle: <",
        "protocol: <",
        "transport: <",
        "task: <",
        "message: ",
        "Emitted 'error' event",
        "Node.js v",
        "note: run with",
        "[SQL: ",
        "[parameters: ",
        "(Background on",
        "DETAIL:",
        "HINT:",
        "--- End of",
        "Extra: ",
        "Reason: ",
        "Client #PID",
        "Function: ",
        "    Args: ",
        "[cause]",
        "exit status ",
        "Request: ",
        "Ancestors: ",
        "Backtrace:",
        "Exception Group Traceback",
        "Error #",
        "[stacktrace]",
        "[previous exception]",
        "\"}",
        "Object name: ",
        "Parameter name: ",
        "Server: ",
    };
    /** So far is looked for the name of an exception; the expression would overflow the stack on endless ones. */
    private static final int LONGEST_HEAD = 400;

    private static final Pattern EXCEPTION = Pattern.compile(
            "(?:Exception in thread \"[^\"]*\" |Uncaught |Unhandled [Ee]xception\\.? )?(?:[A-Za-z_][\\w$]*[.\\\\:]{1,2})*[A-Za-z_][\\w$]*"
                    + "(?:Exception|Error|Throwable|Fault|Disconnect(?:ed)?|Failure|ConnectionClosed(?:OK)?|Timeout)"
                    + "(?: \\[\\w+\\])?(?: ?\\(\\w+\\))?(?:: .*|:?\\s*)",
            Pattern.DOTALL);
    /** Crystal and Ruby write the class behind the message. */
    private static final Pattern CLASS_LAST = Pattern.compile(".*\\((?:[A-Z]\\w*::)+[A-Z]\\w*\\)");

    private static final Pattern RUBY_FRAME = Pattern.compile("(?:from )?\\S+:\\d+(?::| )in [`'].*");
    /** {@code main.(*Hub).run}: Go's loggers write the file on the next line. */
    private static final Pattern GO_FUNCTION = Pattern.compile(
            "(?:main|runtime|[\\w.-]+(?:/[\\w.-]+)+|\\w+)\\.\\(\\*?\\w+\\)\\.[\\w.]+|(?:main|runtime|[\\w.-]+(?:/[\\w.-]+)+)\\.\\w+(?:\\.\\w+)*");

    private static final Pattern GIN_FRAME = Pattern.compile("/\\S+\\.go:\\d+ \\(0x\\p{XDigit}+\\)");
    private static final Pattern CRYSTAL_FRAME = Pattern.compile("0x\\p{XDigit}{4,16}: .*");

    private LineShape() {}

    public static boolean isBlank(String line) {
        return line.isEmpty() || line.isBlank();
    }

    public static boolean isIndented(String line) {
        char first = line.charAt(0);
        return first == ' ' || first == '\t';
    }

    /** Whether the line is only there because of the lines before it. */
    public static boolean isConnector(String line) {
        char first = line.charAt(0);
        if (first == '}' || first == ')' || first == ']' || first == '#') {
            return first != '#' || (line.length() > 2 && Timestamp.isDigit(line.charAt(1)) && line.indexOf(' ') > 0);
        }
        if (line.startsWith("... ")) {
            return isElision(line);
        }
        if (first == '/' && line.contains(".go:")) {
            return GIN_FRAME.matcher(line).matches();
        }
        for (String connector : CONNECTORS) {
            if (line.startsWith(connector)) {
                return true;
            }
        }
        return isGoFunction(line)
                || isRubyFrame(line)
                || (first == '0' && CRYSTAL_FRAME.matcher(line).matches());
    }

    private static boolean isGoFunction(String line) {
        return line.indexOf(' ') < 0
                && line.indexOf('.') > 0
                && line.length() <= LONGEST_HEAD
                && GO_FUNCTION.matcher(line).matches();
    }

    /** Crystal writes the same frames, with a column. */
    private static boolean isRubyFrame(String line) {
        return line.contains("in ") && RUBY_FRAME.matcher(line).matches();
    }

    private static boolean isElision(String line) {
        return line.startsWith("... ") && (line.endsWith(" more") || line.endsWith("common frames omitted"));
    }

    public static boolean isException(String line) {
        int end = Math.min(line.length(), LONGEST_HEAD);
        return EXCEPTION.matcher(line).region(0, end).matches()
                || (line.endsWith(")")
                        && line.contains("::")
                        && CLASS_LAST.matcher(line).region(0, end).matches());
    }

    /** A frame as the JVM prints it, which belongs to a trace and nothing else. */
    public static boolean isJvmFrame(String line) {
        return line.startsWith("\tat ");
    }

    /** Whether it has the name of an exception anywhere: frames may follow. */
    static boolean namesException(String line) {
        return line.contains("Exception") || line.contains("Error") || line.contains("Throwable");
    }

    /** A frame of a stack trace, indentation included. */
    static boolean isFrame(String line) {
        int at = indentation(line);
        if (at == line.length()) {
            return false;
        }
        return switch (line.charAt(at)) {
            case 'a' -> line.startsWith("at ", at);
            case 'F' -> line.startsWith("File \"", at);
            case '#' -> isConnector(line.substring(at));
            case '.' -> isElision(line.strip());
            default -> line.contains("in ") && isRubyFrame(line.substring(at));
        };
    }

    /** How many blanks and tabs the line begins with. */
    static int indentation(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Where Node.js dies it first shows the line that threw: {@code node:events:502}. */
    static boolean isCrashSite(String line) {
        if (line.isEmpty() || !Timestamp.isDigit(line.charAt(line.length() - 1))) {
            return false; // most lines
        }
        int colon = line.lastIndexOf(':');
        boolean number = colon > 0 && colon < line.length() - 1 && Timestamp.digits(line, colon + 1) == line.length();
        return number
                && line.indexOf(' ') < 0
                && (line.startsWith("node:")
                        || line.contains(".js:")
                        || line.contains(".ts:")
                        || line.contains(".mjs:"));
    }
}

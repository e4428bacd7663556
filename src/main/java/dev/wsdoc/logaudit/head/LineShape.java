package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import java.util.regex.Pattern;

/** What a line without a head looks like inside an entry. Stateless. */
public final class LineShape {
    public static final String TRACEBACK = "Traceback (most recent call last):";
    public static final String CAUSED_BY = "Caused by: ";

    private static final String[] CONNECTORS = {
        CAUSED_BY,
        "HTTPServerRequest(", // Tornado's, beneath an uncaught exception
        "*** Check failure stack trace", // glog's
        "! @", // Play's, with the id of the error
        "caused by: ",
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
        "client_session: <",
        "connector: <",
        "connections: [",
        "message: ",
        "Emitted 'error' event",
        "Node.js v",
        "(Use `node ",
        "Call stack:",
        "Message: '",
        "Arguments: ",
        "Crash dump is being written to: ",
        "CallStack (from ",
        "Raised at ",
        "Raised by primitive ",
        "Re-raised at ",
        "Called from ",
        "stack traceback:",
        "Stacktrace:",
        "in expression starting at ",
        "Dumping heap to ",
        "Heap dump file created",
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
            "(?:Exception in thread \"[^\"]*\" |Uncaught |Unhandled [Ee]xception\\.? )?(?:[A-Za-z_][\\w$]*[.\\\\:]{1,2})*(?:[A-Za-z_][\\w$]*|(?<=[a-z]\\.))"
                    + "(?:Exception|Error|Throwable|Fault|Disconnect(?:ed)?|Failure|ConnectionClosed(?:OK)?|Timeout)"
                    + "(?: \\[\\w+\\])?(?: ?\\(\\w+\\))?(?:: .*|:?\\s*)",
            Pattern.DOTALL);
    /** Crystal and Ruby write the class behind the message. */
    private static final Pattern CLASS_LAST = Pattern.compile(".*\\((?:[A-Z]\\w*::)+[A-Z]\\w*\\)");

    private static final Pattern RUBY_ERROR =
            Pattern.compile("\\S+:\\d+:in [`'][^']*': .*\\((?:[A-Z]\\w*::)*[A-Z]\\w*\\)");

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
            return FrameShape.isElision(line);
        }
        for (String connector : CONNECTORS) {
            if (line.startsWith(connector)) {
                return true;
            }
        }
        return FrameShape.isAtMargin(line);
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
    public static boolean namesException(String line) {
        return line.contains("Exception") || line.contains("Error") || line.contains("Throwable");
    }

    /** A frame of a stack trace, indentation included. */
    public static boolean isFrame(String line) {
        return FrameShape.isFrame(line);
    }

    /** Where Ruby's trace begins, {@code hub.rb:31:in 'push': message (SomeError)}. */
    public static boolean isRubyError(String line) {
        return line.endsWith(")")
                && line.length() <= LONGEST_HEAD
                && line.contains(":in ")
                && RUBY_ERROR.matcher(line).matches();
    }

    /** Whether it says that another exception belongs to the one before it. */
    public static boolean isChain(String line) {
        return line.startsWith("The above exception was") || line.startsWith("During handling of");
    }

    /** Whether the line can stand in a trace and hardly anywhere else: a frame, or what links two traces. */
    public static boolean isTraceLine(String line) {
        return isFrame(line)
                || line.startsWith(CAUSED_BY)
                || line.startsWith("Suppressed: ")
                || isChain(line)
                || FrameShape.isElision(line);
    }

    /** How many blanks and tabs the line begins with. */
    public static int indentation(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}

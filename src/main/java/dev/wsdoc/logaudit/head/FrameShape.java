package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import java.util.regex.Pattern;

/** What a frame of a stack trace looks like, in the languages that write one. Stateless. */
final class FrameShape {
    /** An expression would overflow the stack on endless lines. */
    private static final int LONGEST = 400;

    /** Crystal writes the same frames, with a column. */
    private static final Pattern RUBY = Pattern.compile("(?:from )?\\S+:\\d+(?::| )in [`'].*");
    /** {@code main.(*Hub).run}: Go's loggers write the file on the next line. */
    private static final Pattern GO_FUNCTION = Pattern.compile(
            "(?:main|runtime|[\\w.-]+(?:/[\\w.-]+)+|\\w+)\\.\\(\\*?\\w+\\)\\.[\\w.]+|(?:main|runtime|[\\w.-]+(?:/[\\w.-]+)+)\\.\\w+(?:\\.\\w+)*");

    private static final Pattern GIN = Pattern.compile("/\\S+\\.go:\\d+ \\(0x\\p{XDigit}+\\)");
    private static final Pattern CRYSTAL = Pattern.compile("0x\\p{XDigit}{4,16}: .*");

    private static final Pattern ELIXIR =
            Pattern.compile("\\s+(?:\\([\\w.]+ [\\w.+-]+\\) )?[\\w./-]+\\.(?:exs?|erl):\\d+: .*");

    private FrameShape() {}

    /** A frame, indentation included. */
    static boolean isFrame(String line) {
        int at = LineShape.indentation(line);
        if (at == line.length()) {
            return false;
        }
        return switch (line.charAt(at)) {
            case 'a' -> line.startsWith("at ", at) || isRubys(line.substring(at));
            case 'F' -> line.startsWith("File \"", at) || isRubys(line.substring(at));
            case '#' -> isNumbered(line.substring(at));
            case '(', 'l' -> at > 0 && (isElixirs(line) || (line.contains("in ") && isRubys(line.substring(at))));
            case '.' -> isElision(line.strip());
            default -> line.contains("in ") && isRubys(line.substring(at));
        };
    }

    /** {@code #0 /srv/app.php(12): send()}. */
    static boolean isNumbered(String line) {
        return line.length() > 2 && line.charAt(0) == '#' && Timestamp.isDigit(line.charAt(1)) && line.indexOf(' ') > 0;
    }

    /** One of those that stand at column 0. */
    static boolean isAtMargin(String line) {
        return switch (line.charAt(0)) {
            case '/' -> (line.contains(".go:") && GIN.matcher(line).matches()) || isRubys(line);
            case '0' -> CRYSTAL.matcher(line).matches();
            default -> isGoFunction(line) || isRubys(line);
        };
    }

    /** {@code     (hub 0.3.1) lib/hub.ex:18: Hub.push/2}. */
    private static boolean isElixirs(String line) {
        boolean source = line.contains(".ex:") || line.contains(".erl:") || line.contains(".exs:");
        return source && ELIXIR.matcher(line).matches();
    }

    static boolean isElision(String line) {
        return line.startsWith("... ") && (line.endsWith(" more") || line.endsWith("common frames omitted"));
    }

    private static boolean isGoFunction(String line) {
        return line.indexOf(' ') < 0
                && line.indexOf('.') > 0
                && line.length() <= LONGEST
                && GO_FUNCTION.matcher(line).matches();
    }

    private static boolean isRubys(String line) {
        return line.contains("in ") && RUBY.matcher(line).matches();
    }
}

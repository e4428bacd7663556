package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.head.Head;
import dev.wsdoc.logaudit.head.HeadStyle;
import dev.wsdoc.logaudit.head.LineShape;
import dev.wsdoc.logaudit.parse.EntryBuilder;
import dev.wsdoc.logaudit.time.Timestamp;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where every line of a trace bears the head of its entry: cloud exports, build tools, RabbitMQ, tagged logs. Tells such a line from the
 * first line of an entry of its own. Stateless.
 */
final class RepeatedHead {
    private static final Pattern TAGS = Pattern.compile("(?:\\[[\\w.:@/-]{1,60}\\] ?){1,5}");
    private static final String ERLANG_PROCESS = "<0.";
    private static final Set<String> PACKAGE_MANAGERS =
            Set.of("npm ERR!", "npm error", "pnpm ERR!", "npm WARN", "npm warn");

    private RepeatedHead() {}

    /** The line without the head, if it goes on with the entry; null if the head is its own. */
    static @Nullable String rest(EntryBuilder entry, String line, @Nullable Head head) {
        if (entry.style.isOneLine() || entry.isOpenBlock() || (head != null && isOther(entry, head))) {
            return null;
        }
        int end = head == null ? tagsEnd(line, 0) : line.length() - head.text().length();
        int own = head == null ? Math.min(end, entry.first().length()) : entry.headLength();
        if (own == 0 && head != null && head.level() == null && entry.awaitsException()) {
            return head.text(); // what stood before the lines so far was no head
        }
        if (isCalm(entry, own, line, end)) {
            return null; // most lines
        }
        if (end <= 0
                || own <= 0
                || (head == null && entry.style != HeadStyle.BARE)
                || !isAlike(entry.first(), own, line, end)) {
            return null;
        }
        String rest = indented(entry, line, own, end);
        return goesOn(entry, line, end, rest) ? rest : null;
    }

    private static boolean isOther(EntryBuilder entry, Head head) {
        boolean standsAlone = head.style().isOneLine()
                || head.style() == HeadStyle.TEXT_FOLLOWS
                || head.style() == HeadStyle.LEVEL_FOLLOWS
                || head.style() == HeadStyle.BARE;
        return standsAlone || head.level() != entry.level();
    }

    private static int tagsEnd(String line, int from) {
        if (!line.startsWith("[", from)) {
            return from;
        }
        Matcher tags = TAGS.matcher(line).region(from, Math.min(line.length(), from + 200));
        return tags.lookingAt() ? tags.end() : from;
    }

    /** Whether neither the entry nor the line hints at a trace. */
    private static boolean isCalm(EntryBuilder entry, int own, String line, int end) {
        return !entry.isTrouble()
                && !entry.hasTrace()
                && own > 0
                && end > 0
                && blanksBefore(line, end) <= blanksBefore(entry.first(), own)
                && (!Timestamp.isDigit(line.charAt(0)) || line.lastIndexOf(ERLANG_PROCESS, end) < 0);
    }

    /** Whether two heads are the same but for their numbers and the blanks at their ends. */
    private static boolean isAlike(String first, int firstEnd, String line, int lineEnd) {
        int a = firstEnd - blanksBefore(first, firstEnd);
        int b = lineEnd - blanksBefore(line, lineEnd);
        int i = 0;
        int j = 0;
        while (i < a && j < b) {
            boolean digits = Timestamp.isDigit(first.charAt(i)) && Timestamp.isDigit(line.charAt(j));
            if (!digits && first.charAt(i) != line.charAt(j)) {
                return false;
            }
            i = digits ? Timestamp.digits(first, i) : i + 1;
            j = digits ? Timestamp.digits(line, j) : j + 1;
        }
        return i >= a && j >= b;
    }

    /** The text with as many blanks before it as there are more than on the entry's first line, and without tags that the entry has too. */
    private static String indented(EntryBuilder entry, String line, int own, int end) {
        int more = blanksBefore(line, end) - blanksBefore(entry.first(), own);
        String text = line.substring(end - Math.max(0, Math.min(more, blanksBefore(line, end))));
        int tags = tagsEnd(text, 0);
        return tags > 0 && entry.message().startsWith(text.substring(0, tags)) ? text.substring(tags) : text;
    }

    private static int blanksBefore(String line, int end) {
        int at = end;
        while (at > 0 && (line.charAt(at - 1) == ' ' || line.charAt(at - 1) == '\t')) {
            at--;
        }
        return end - at;
    }

    private static boolean goesOn(EntryBuilder entry, String line, int end, String rest) {
        if (LineShape.isBlank(rest)) {
            return entry.style == HeadStyle.BARE || entry.hasTrace() || entry.isLoud();
        }
        if (isSplit(entry, line, end)) {
            return true;
        }
        if (rest.startsWith(LineShape.TRACEBACK)) {
            return entry.endsWithChain() || (!entry.hasTrace() && entry.isLoud() && entry.announcesTrace());
        }
        if (entry.awaitsException()) {
            return true;
        }
        boolean deeper = LineShape.isIndented(rest);
        boolean frame = LineShape.isTraceLine(rest);
        return (deeper && (frame || entry.hasTrace()))
                || (frame && entry.mayBearTrace())
                || (deeper && entry.isLoud() && isFar(rest));
    }

    private static boolean isFar(String rest) {
        return rest.startsWith("\t") || rest.startsWith("  ");
    }

    /** Whether it is one message, cut into lines: Erlang's processes repeat the head to the microsecond, npm its name. */
    private static boolean isSplit(EntryBuilder entry, String line, int end) {
        boolean process = line.lastIndexOf(ERLANG_PROCESS, end) > 0 && end > 40;
        boolean manager =
                end < 12 && PACKAGE_MANAGERS.contains(line.substring(0, end).strip());
        return (process || manager) && entry.first().regionMatches(0, line, 0, end);
    }
}

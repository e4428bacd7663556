package dev.wsdoc.logaudit.rule;

import java.util.regex.Pattern;

/**
 * Names that clients, users and operators choose: of rooms, users, tenants, agents, paths, hosts. A product's name in one of them says
 * nothing about whose connection it was. Stateless.
 */
final class ChosenNames {
    private static final String OWNERS =
            "rooms?|topics?|channels?|users?|usernames?|nick(?:name)?s?|players?|viewers?|subscribers?|members?"
                    + "|tenants?|agents?|user[-_ ]?agents?|orgs?|groups?|namespaces?|sessions?|clients?|peers?|guests?|customers?|accounts?|teams?"
                    + "|lobby|games?|tables?|boards?|origins?|referers?|referrers?|paths?|uris?|routes?|titles?";

    /** {@code room "redis"}, {@code topic kafka-beginners}, {@code agent=Stripe/1.0}. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<=\\b(?:" + OWNERS + ")\"?[ =:]{1,2})(?:\"[^\"]*\"|'[^']*'|“[^”]*”|#\\S+|(?=\\w*[-_./:\\d])[\\w./:@-]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASSIGNED = Pattern.compile(
            "\\b(?:" + OWNERS + "|vhosts?|hosts?|hostnames?|servers?|resources?|names?)[=:] ?[^\\s,;)\\]}]+",
            Pattern.CASE_INSENSITIVE);

    /** A path, but not that of a URL. */
    private static final Pattern PATH = Pattern.compile("(?<=^|[\\s\"'(=,\\[<])/[^\\s\"'),\\]>]*");

    private static final Pattern URL_PATH = Pattern.compile("(?<=//[\\w.:@-]{1,80})/[^\\s\"'),\\]>]*");

    /** {@code #redis-help}, {@code @mongo_mike}. */
    private static final Pattern HANDLE = Pattern.compile("(?<=^|[\\s\"'(=,\\[])[#@]\\w[\\w-]*");

    private static final Pattern LIBRARIES = Pattern.compile(
            ".*(?:[/\\\\](?:site-packages|dist-packages|node_modules|gems|vendor|mod|deps|python\\d[.\\d]*|registry/src/[^/]+)[/\\\\])");

    private ChosenNames() {}

    /** The text without such names. */
    static String blanked(String text) {
        String rest = NAMED.matcher(text).replaceAll("");
        rest = ASSIGNED.matcher(rest).replaceAll("");
        rest = URL_PATH.matcher(rest).replaceAll("");
        rest = PATH.matcher(rest).replaceAll("");
        return HANDLE.matcher(rest).replaceAll("");
    }

    /** A frame without the folders that its library, or its program, was put into. */
    static String behindFolders(String frame) {
        if (frame.indexOf('/') < 0) {
            return frame;
        }
        String library = LIBRARIES.matcher(frame).replaceFirst("");
        return library.length() < frame.length() ? library : withoutOwnFolders(frame);
    }

    /** Of the path of a program's own file, its last folder stays. */
    private static String withoutOwnFolders(String frame) {
        int folder = frame.lastIndexOf('/', frame.lastIndexOf('/') - 1);
        if (folder < 0) {
            return frame;
        }
        int start = folder;
        while (start > 0
                && !Character.isWhitespace(frame.charAt(start - 1))
                && "\"(".indexOf(frame.charAt(start - 1)) < 0) {
            start--;
        }
        return frame.substring(0, start) + frame.substring(folder + 1);
    }
}

package dev.wsdoc.logaudit.head;

import org.jspecify.annotations.Nullable;

/** Erlang's report headers: {@code =ERROR REPORT==== 22-Nov-2026::19:36:07.123 ===}, with the message below. */
final class ReportHead {
    private static final String REPORT = " REPORT====";

    private ReportHead() {}

    static @Nullable Head parse(String line) {
        int end = line.indexOf(REPORT);
        if (end < 1) {
            return null;
        }
        String kind = line.substring(1, end);
        Level level = Level.ofWord(kind);
        boolean crash = kind.equals("CRASH") || kind.equals("SUPERVISOR");
        return new Head(level != null ? level : crash ? Level.ERROR : Level.INFO, "", HeadStyle.TEXT_FOLLOWS);
    }
}

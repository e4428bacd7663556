package dev.wsdoc.logaudit.head;

import org.jspecify.annotations.Nullable;

/**
 * What the first line of an entry says.
 *
 * @param text the message, without time, level and logger
 * @param detail more that belongs to the message but is not in it: the error field of a JSON line, all fields of a logfmt line;
 *     several lines, or null
 */
public record Head(
        @Nullable Level level,
        String text,
        HeadStyle style,
        @Nullable String detail) {
    public Head(@Nullable Level level, String text, HeadStyle style) {
        this(level, text, style, null);
    }
}

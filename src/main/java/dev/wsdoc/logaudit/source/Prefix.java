package dev.wsdoc.logaudit.source;

/**
 * What stands before a line.
 *
 * @param end the index behind it
 * @param source the part of it that names who wrote the line; empty where it says only when
 */
record Prefix(int end, String source) {
    static Prefix of(String line, int from, int to, int end) {
        return new Prefix(Math.min(end, line.length()), line.substring(from, to).stripTrailing());
    }

    static Prefix anonymous(int end) {
        return new Prefix(end, "");
    }
}

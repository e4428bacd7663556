package dev.wsdoc.cli.logs;

/**
 * A log, or the rest of one, that could not be read.
 *
 * @param source its name
 * @param why it could not
 */
record Unread(String source, String why) {
    String line() {
        return source + ": " + why;
    }
}

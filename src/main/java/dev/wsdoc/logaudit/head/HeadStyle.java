package dev.wsdoc.logaudit.head;

/** What a first line tells about the lines that may follow it. */
public enum HeadStyle {
    /** Time and level on one line; an unformatted line at column 0 may as well be somebody's bare print. */
    CONSOLE,
    /** A Java layout, whose messages and traces go on at column 0. */
    JAVA,
    /** Only a level word in front, as uvicorn and Python's basicConfig write it. */
    LEVEL_WORD,
    /** JSON or logfmt: the entry is this one line. */
    STRUCTURED,
    /** The message is on the next line: .NET's console, Erlang's reports. */
    TEXT_FOLLOWS,
    /** Level and message are on the next line: java.util.logging. */
    LEVEL_FOLLOWS,
    /** A line of an access log. */
    ACCESS,
    /** A line {@code ### ...} that whoever made the log put between the entries. */
    MARKER,
    /** No format at all. */
    BARE;

    public boolean isOneLine() {
        return this == STRUCTURED || this == ACCESS || this == MARKER;
    }
}

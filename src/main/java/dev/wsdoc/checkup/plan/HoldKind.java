package dev.wsdoc.checkup.plan;

/** What a client does while it holds a connection: one thing only, so that the end tells what mattered. */
public enum HoldKind {
    /** Nothing at all; it does not even answer pings. */
    SILENT("silent"),
    /** Nothing but to answer pings, as a browser does in which no script speaks. */
    ANSWERS("answers pings"),
    /** It pings, and answers none. */
    PINGS("only pings"),
    /** It says a text from time to time, and answers no ping. */
    TEXT("only says text");

    private final String label;

    HoldKind(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}

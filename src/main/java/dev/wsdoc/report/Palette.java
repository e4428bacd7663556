package dev.wsdoc.report;

/** Whether text carries colours: none, or the eight colours that every ANSI terminal has (ECMA-48, SGR). */
public enum Palette {
    PLAIN,
    ANSI;

    private static final String RESET = "\u001b[0m";

    /** As it should be. */
    public String good(String text) {
        return paint("32", text);
    }

    /** Not as it should be. */
    public String bad(String text) {
        return paint("1;31", text);
    }

    /** Worth a thought. */
    public String caution(String text) {
        return paint("33", text);
    }

    /** Of little weight. */
    public String faint(String text) {
        return paint("2", text);
    }

    /** A heading. */
    public String strong(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}

package dev.wsdoc.report;

import dev.wsdoc.verdict.Outcome;
import java.nio.charset.Charset;

/** The few signs in text reports that not every character set has. */
public enum Glyphs {
    UNICODE("✓", "!", "✗", "–", "…", " · ", "█"),
    ASCII("+", "!", "x", "-", "...", ", ", "#");

    private final String pass;
    private final String warn;
    private final String fail;
    private final String notChecked;
    private final String ellipsis;
    private final String separator;
    private final String bar;

    Glyphs(String pass, String warn, String fail, String notChecked, String ellipsis, String separator, String bar) {
        this.pass = pass;
        this.warn = warn;
        this.fail = fail;
        this.notChecked = notChecked;
        this.ellipsis = ellipsis;
        this.separator = separator;
        this.bar = bar;
    }

    /** The signs that a terminal or file of this character set can show. */
    public static Glyphs of(Charset charset) {
        return charset.name().startsWith("UTF-") ? UNICODE : ASCII;
    }

    /** One column wide. */
    public String of(Outcome outcome) {
        return switch (outcome) {
            case PASS -> pass;
            case WARN -> warn;
            case FAIL -> fail;
            case NOT_CHECKED -> notChecked;
        };
    }

    /** Stands for text that was left out. */
    public String ellipsis() {
        return ellipsis;
    }

    /** One column of a bar in a chart. */
    String bar() {
        return bar;
    }

    /** Between facts on one line, with its blanks. */
    public String separator() {
        return separator;
    }
}

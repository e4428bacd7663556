package dev.wsdoc.cli.terminal;

/** When output is coloured. */
public enum ColorMode {
    /** On a terminal, unless {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER
}

package dev.wsdoc.cli;

/** When output is coloured. */
enum ColorMode {
    /** On a terminal, unless {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER
}

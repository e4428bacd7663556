package dev.wsdoc.report;

/**
 * How text is laid out for its reader.
 *
 * @param width columns that a line may take, at least 20; narrower ones are laid out as for 20
 */
public record TextStyle(Palette palette, Glyphs glyphs, int width) {

    private static final int NARROWEST = 20;

    /** For files and pipes: no colours, wide enough for most log lines. */
    public static final TextStyle FILE = new TextStyle(Palette.PLAIN, Glyphs.UNICODE, 160);

    public TextStyle {
        width = Math.max(NARROWEST, width);
    }
}

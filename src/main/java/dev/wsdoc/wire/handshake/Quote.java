package dev.wsdoc.wire.handshake;

import java.util.Locale;

/** A peer's text for people to read: at most 80 characters of it, without a control character that a terminal would obey. */
final class Quote {

    private static final int MOST = 80;

    private Quote() {}

    /** In quotation marks. */
    static String of(String text) {
        return '"' + bare(text) + '"';
    }

    /** Without quotation marks. */
    static String bare(String text) {
        StringBuilder quote = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MOST); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                quote.append(c);
            } else {
                quote.append(c > 0xff ? "\\u" : "\\x")
                        .append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        }
        return text.length() > MOST ? quote.append("...").toString() : quote.toString();
    }
}

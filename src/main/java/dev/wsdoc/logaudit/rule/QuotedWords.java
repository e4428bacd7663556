package dev.wsdoc.logaudit.rule;

import java.util.regex.Pattern;

/** What somebody is quoted with: in a calm line, words of trouble between quotation marks are a client's, a room's, a search's. Stateless. */
final class QuotedWords {
    /** Not behind a sign of assignment, or a word that says that the quoted text is an error. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<![=\\w])(?<!(?:error|err|exception|cause|reason|failed|failure|panic|threw|raised|crashed)\\W{1,3})"
                    + "(?:\"[^\"\\n]{1,300}\"|“[^”\\n]{1,300}”|«[^»\\n]{1,300}»|'[^'\\n]{1,300}'(?!\\w))",
            Pattern.CASE_INSENSITIVE);

    private QuotedWords() {}

    static String blanked(String text) {
        return QUOTED.matcher(text).replaceAll("…");
    }
}

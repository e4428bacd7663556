package dev.wsdoc.logaudit.rule;

/**
 * Notes whether a judgement depended on which digits stand in a text, beyond those that literals name: an expression that names digits
 * was asked. Owned by one {@link Judge}.
 */
final class DigitReading {
    private boolean happened;

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    void begin() {
        happened = false;
    }

    void happens() {
        happened = true;
    }

    boolean hasHappened() {
        return happened;
    }
}

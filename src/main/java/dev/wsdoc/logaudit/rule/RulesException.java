package dev.wsdoc.logaudit.rule;

/** A rules file that cannot be used; the message has file, line, column and what is wrong there. */
public final class RulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RulesException(String message) {
        super(message);
    }

    RulesException(String message, Throwable cause) {
        super(message, cause);
    }
}

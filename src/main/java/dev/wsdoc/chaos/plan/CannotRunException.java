package dev.wsdoc.chaos.plan;

/** The experiment could not be made, for a reason outside wsdoc. The message is one clear line for the user. */
public final class CannotRunException extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotRunException(String message) {
        super(message);
    }
}

package dev.wsdoc.chaos.run;

/** What wsdoc itself needs for the experiment does not answer or has failed; what was learnt until then is worth a report. */
final class StalledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StalledException(String message) {
        super(message);
    }

    StalledException(String message, Throwable cause) {
        super(message, cause);
    }
}

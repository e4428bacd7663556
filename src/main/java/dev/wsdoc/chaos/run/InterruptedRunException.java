package dev.wsdoc.chaos.run;

/** The experiment was cut short, by the user or by its time limit; what was learnt so far is still worth a report. */
final class InterruptedRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InterruptedRunException(String message) {
        super(message);
    }
}

package dev.wsdoc.chaos.run;

/** The server's process ended during the experiment; what was seen until then is judged. */
final class ServerDiedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerDiedException(String message) {
        super(message);
    }
}

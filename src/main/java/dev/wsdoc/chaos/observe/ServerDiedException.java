package dev.wsdoc.chaos.observe;

/** The server's process ended during the experiment; what was seen until then is judged. */
public final class ServerDiedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerDiedException(String message) {
        super(message);
    }
}

package dev.wsdoc.server.http;

/** A parameter of the query is wrong; the message is one sentence for the caller. */
final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1;

    BadParameterException(String sentence) {
        super(sentence);
    }
}

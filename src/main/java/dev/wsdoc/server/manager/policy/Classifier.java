package dev.wsdoc.server.manager.policy;

import dev.wsdoc.model.Category;
import java.io.EOFException;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import org.java_websocket.exceptions.WebsocketNotConnectedException;

/**
 * Which category a failure belongs to: by exception type first; by text only where the platform's errno is all there
 * is, for Java has no types for ECONNRESET, EPIPE and their like.
 */
public final class Classifier {
    private Classifier() {}

    public static Category classify(Throwable failure) {
        if (failure instanceof ClosedChannelException) {
            return Category.CLOSED;
        }
        if (failure instanceof EOFException) {
            return Category.END_OF_STREAM;
        }
        if (failure instanceof WebsocketNotConnectedException || failure instanceof IllegalStateException) {
            return Category.INVALID_STATE;
        }
        if (failure instanceof OutOfMemoryError) {
            return Category.RESOURCES;
        }
        if (failure instanceof PortUnreachableException || failure instanceof SocketTimeoutException) {
            return Category.BROKEN_PIPE;
        }
        return failure instanceof IOException io ? byText(io) : Category.UNEXPECTED;
    }

    private static Category byText(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (containsAny(text, "connection reset", "connection was aborted", "forcibly closed", "connection abort")) {
            return Category.RESET;
        }
        if (containsAny(text, "broken pipe", "connection timed out", "no route to host", "unreachable", "shutdown")) {
            return Category.BROKEN_PIPE;
        }
        if (containsAny(text, "too many open files", "no buffer space", "cannot allocate memory")) {
            return Category.RESOURCES;
        }
        return Category.UNEXPECTED;
    }

    private static boolean containsAny(String text, String... parts) {
        for (String part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** The failure in words: its text, or its type where it has none. */
    public static String describe(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

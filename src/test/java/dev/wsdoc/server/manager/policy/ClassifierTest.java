package dev.wsdoc.server.manager.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.wsdoc.model.Category;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {
    @ParameterizedTest
    @MethodSource("failures")
    void classifiesByTypeFirstAndByTextOnlyWhereNoTypeTells(Throwable failure, Category expected) {
        assertThat(Classifier.classify(failure)).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new ClosedChannelException(), Category.CLOSED),
                arguments(new AsynchronousCloseException(), Category.CLOSED),
                arguments(new EOFException(), Category.END_OF_STREAM),
                arguments(new IllegalStateException("Broken pipe"), Category.INVALID_STATE),
                arguments(new SocketException("Connection reset"), Category.RESET),
                arguments(new IOException("Connection reset by peer"), Category.RESET),
                arguments(new IOException("An established connection was aborted by the software"), Category.RESET),
                arguments(
                        new IOException("An existing connection was forcibly closed by the remote host"),
                        Category.RESET),
                arguments(new IOException("Broken pipe"), Category.BROKEN_PIPE),
                arguments(new IOException("Connection timed out"), Category.BROKEN_PIPE),
                arguments(new IOException("No route to host"), Category.BROKEN_PIPE),
                arguments(new SocketTimeoutException(), Category.BROKEN_PIPE),
                arguments(new IOException("Too many open files"), Category.RESOURCES),
                arguments(new OutOfMemoryError(), Category.RESOURCES),
                arguments(new IOException((String) null), Category.UNEXPECTED),
                arguments(new NullPointerException("Broken pipe"), Category.UNEXPECTED),
                arguments(new WebsocketNotConnectedException(), Category.INVALID_STATE));
    }
}

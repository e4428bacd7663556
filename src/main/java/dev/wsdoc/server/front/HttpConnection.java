package dev.wsdoc.server.front;

import dev.wsdoc.net.KeyHandler;
import dev.wsdoc.server.http.HttpRequest;
import dev.wsdoc.server.manager.policy.Classifier;
import dev.wsdoc.server.manager.policy.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket that speaks HTTP/1.1: a request, its answer, and again. The endpoints take no body, so the answer does not wait for one: up
 * to {@value #MOST_BODY_BYTES} bytes of it are read and dropped, more is refused. Loop thread only.
 */
final class HttpConnection implements KeyHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
    private static final int MOST_BODY_BYTES = 4_096;
    private static final int NO_BODY_LENGTH = -1;

    private final HttpConnections all;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress address;
    private HeadBuffer received;
    private ByteBuffer ahead = ByteBuffer.allocate(0); // came after the request that is being answered
    private int bodyLeft;
    private @Nullable ByteBuffer answer;
    private boolean isClosed;

    HttpConnection(HttpConnections all, SocketChannel channel, SelectionKey key, InetSocketAddress address) {
        this.all = all;
        this.channel = channel;
        this.key = key;
        this.address = address;
        this.received = new HeadBuffer(all.maxHeaderBytes());
    }

    InetSocketAddress address() {
        return address;
    }

    /** A request's head has come, and perhaps some of what follows it. */
    void take(RequestHead head, ByteBuffer rest) {
        String hostFault = head.hostFault();
        if (hostFault != null) {
            refuse(400, hostFault);
            return;
        }
        int length = bodyLength(head);
        if (length > MOST_BODY_BYTES) {
            refuse(413, "a request may have a body of " + MOST_BODY_BYTES + " bytes at the most");
            return;
        }
        if (length == NO_BODY_LENGTH) {
            refuse(400, "the Content-Length is no length");
            return;
        }
        bodyLeft = length;
        ahead = rest;
        boolean keepAlive = staysOpen(head);
        key.interestOps(0); // what still comes is read when this is answered
        HttpRequest request = new HttpRequest(head.method(), head.target(), head.headers(), address);
        all.service().answer(request, keepAlive, bytes -> onLoop(() -> send(bytes, keepAlive)));
    }

    /** RFC 9112 section 6.3. */
    private static int bodyLength(RequestHead head) {
        String length = head.header("content-length");
        if (length == null) {
            return 0;
        }
        return length.matches("[0-9]{1,18}")
                ? (int) Math.min(Long.parseLong(length), Integer.MAX_VALUE)
                : NO_BODY_LENGTH;
    }

    /** RFC 9112 section 9.3. A body in chunks is not followed to its end, so nothing can come after it. */
    private static boolean staysOpen(RequestHead head) {
        if (head.header("transfer-encoding") != null || head.hasToken("connection", "close")) {
            return false;
        }
        return head.version().equals("HTTP/1.1") || head.hasToken("connection", "keep-alive");
    }

    private void onLoop(Runnable task) {
        try {
            all.loop().execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} was not answered: the server stops", address);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            all.failed(this, e);
        }
    }

    private void send(byte[] bytes, boolean keepAlive) {
        if (isClosed) {
            return;
        }
        if (!keepAlive) {
            isClosed = true;
            all.part(this, channel, key, bytes);
            return;
        }
        answer = ByteBuffer.wrap(bytes);
        write();
    }

    private void refuse(int status, String message) {
        isClosed = true;
        all.part(
                this,
                channel,
                key,
                ErrorResponse.of(Refusal.badRequest(status, message)).array());
    }

    @Override
    public void ready(SelectionKey ready) {
        guarded(answer != null ? this::write : this::read);
    }

    /** In small pieces, so that a large page takes no more memory than its own. */
    private void write() {
        ByteBuffer left = answer;
        try {
            while (left != null && left.hasRemaining()) {
                ByteBuffer piece = all.buffer();
                int length = Math.min(left.remaining(), piece.capacity());
                piece.put(left.slice(left.position(), length)).flip();
                int written = channel.write(piece);
                left.position(left.position() + written);
                if (written < length) {
                    key.interestOps(SelectionKey.OP_WRITE);
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("{} left before its answer was written: {}", address, Classifier.describe(e));
            close();
            return;
        }
        answer = null;
        all.startTime(this);
        key.interestOps(SelectionKey.OP_READ);
        received = new HeadBuffer(all.maxHeaderBytes());
        take(ahead);
    }

    private void read() {
        ByteBuffer in = all.buffer();
        try {
            if (channel.read(in) < 0) {
                close();
                return;
            }
        } catch (IOException e) {
            LOG.debug("{} left: {}", address, Classifier.describe(e));
            close();
            return;
        }
        take(in.flip());
    }

    /** What came: the rest of a body that nobody wants, then the next request. */
    private void take(ByteBuffer in) {
        int dropped = Math.min(bodyLeft, in.remaining());
        bodyLeft -= dropped;
        in.position(in.position() + dropped);
        if (!in.hasRemaining()) {
            return;
        }
        boolean complete = received.take(in);
        if (received.isRubbish()) {
            refuse(400, "this is not an HTTP request");
        } else if (received.isTooLong()) {
            refuse(431, "the request head is over " + all.maxHeaderBytes() + " bytes");
        } else if (complete) {
            next();
        }
    }

    private void next() {
        RequestHead head = RequestHead.parse(received.bytes(), received.headBytes());
        if (head == null) {
            refuse(400, "this is not an HTTP request");
        } else {
            all.startTime(this);
            take(head, received.rest());
        }
    }

    void close() {
        if (!isClosed) {
            isClosed = true;
            all.left(this);
        }
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {}: {}", address, Classifier.describe(e));
        }
    }
}

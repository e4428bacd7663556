package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import dev.wsdoc.wire.handshake.AcceptKey;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A blocking WebSocket server on loopback that upgrades and then leaves the socket to the test. */
public final class LoopbackPeer implements AutoCloseable {
    private final ServerSocket listener;
    private final @Nullable SSLContext context;
    private final AtomicLong received = new AtomicLong();

    public LoopbackPeer() throws IOException {
        this(null);
    }

    private LoopbackPeer(@Nullable SSLContext context) throws IOException {
        this.context = context;
        this.listener = new CountingListener();
    }

    /** One that speaks TLS. */
    public static LoopbackPeer secured(SSLContext context) throws IOException {
        return new LoopbackPeer(context);
    }

    /** Counts what comes over TCP, whatever it is. */
    private final class CountingListener extends ServerSocket {
        CountingListener() throws IOException {
            super(0, 512, InetAddress.getLoopbackAddress());
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = new Socket() {
                @Override
                public InputStream getInputStream() throws IOException {
                    return new CountingStream(super.getInputStream());
                }
            };
            implAccept(socket);
            return socket;
        }
    }

    private final class CountingStream extends FilterInputStream {
        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            received.addAndGet(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int count = super.read(bytes, start, length);
            received.addAndGet(Math.max(0, count));
            return count;
        }
    }

    /** The bytes read from all connections so far; under TLS, those of its records. */
    public long received() {
        return received.get();
    }

    public Target target() {
        return Target.parse((context == null ? "ws" : "wss") + "://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** The next connection, before its request was read. */
    public Socket accept() throws IOException {
        Socket socket = listener.accept();
        socket.setSoTimeout(10_000);
        return context == null ? socket : secured(context, socket);
    }

    private static Socket secured(SSLContext context, Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, "", socket.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    /** The next connection, upgraded. */
    public Socket upgraded(String... extraHeaders) throws IOException {
        Socket socket = accept();
        upgrade(socket, extraHeaders);
        return socket;
    }

    /** Reads a connection's request and answers it. */
    public static void upgrade(Socket socket, String... extraHeaders) throws IOException {
        accept(socket, readHead(socket.getInputStream()), extraHeaders);
    }

    /** Agrees to a request with this head. */
    public static void accept(Socket socket, String head, String... extraHeaders) throws IOException {
        String key = keyOf(head);
        StringBuilder answer = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
        answer.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ");
        answer.append(AcceptKey.expected(Base64.getDecoder().decode(key))).append("\r\n");
        for (String header : extraHeaders) {
            answer.append(header).append("\r\n");
        }
        socket.getOutputStream().write(answer.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    public static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended within its head: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static String keyOf(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "Sec-WebSocket-Key: ", 0, "Sec-WebSocket-Key: ".length()))
                .map(line -> line.substring("Sec-WebSocket-Key: ".length()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

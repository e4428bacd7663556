package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import dev.wsdoc.wire.AcceptKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A blocking WebSocket server on loopback that upgrades and then leaves the socket to the test. */
public final class LoopbackPeer implements AutoCloseable {
    private final ServerSocket listener;

    public LoopbackPeer() throws IOException {
        listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    }

    public Target target() {
        return Target.parse("ws://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** The next connection, before its request was read. */
    public Socket accept() throws IOException {
        Socket socket = listener.accept();
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** The next connection, upgraded. */
    public Socket upgraded(String... extraHeaders) throws IOException {
        Socket socket = accept();
        String key = keyOf(readHead(socket.getInputStream()));
        StringBuilder answer = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
        answer.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ");
        answer.append(AcceptKey.expected(Base64.getDecoder().decode(key))).append("\r\n");
        for (String header : extraHeaders) {
            answer.append(header).append("\r\n");
        }
        socket.getOutputStream().write(answer.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return socket;
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
                .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                .map(line -> line.substring("Sec-WebSocket-Key: ".length()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

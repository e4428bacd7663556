package dev.wsdoc.checkup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.wsdoc.swarm.LoopbackPeer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A server on loopback that does to every connection what a test says, each on a thread of its own. */
public final class FaultyServer implements AutoCloseable {
    /** What it does to a connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        void with(Socket socket) throws IOException;
    }

    private final LoopbackPeer peer;
    private final AtomicInteger connections = new AtomicInteger();

    private FaultyServer(LoopbackPeer peer, Behaviour behaviour) {
        this.peer = peer;
        Thread thread = new Thread(() -> serve(behaviour), "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    public static FaultyServer that(Behaviour behaviour) throws IOException {
        return new FaultyServer(new LoopbackPeer(), behaviour);
    }

    public static FaultyServer on(LoopbackPeer peer, Behaviour behaviour) {
        return new FaultyServer(peer, behaviour);
    }

    /** One that answers every request with this head. */
    public static FaultyServer answering(String... lines) throws IOException {
        return that(socket -> {
            LoopbackPeer.readHead(socket.getInputStream());
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(US_ASCII));
        });
    }

    /** One that is well: it answers pings, sends texts back, and closes as it should. */
    public static FaultyServer echoing() throws IOException {
        return that(socket -> {
            LoopbackPeer.upgrade(socket);
            socket.setSoTimeout(0);
            while (answer(socket) != 8) {}
        });
    }

    private void serve(Behaviour behaviour) {
        try {
            while (true) {
                Socket socket = peer.accept();
                connections.incrementAndGet();
                Thread thread = new Thread(() -> behave(socket, behaviour), "faulty-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (SocketException e) {
            return; // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void behave(Socket socket, Behaviour behaviour) {
        try (socket) {
            behaviour.with(socket);
        } catch (IOException e) {
            return; // the client has left
        }
    }

    public String url() {
        return peer.target().toString();
    }

    /** Waits until so many came. */
    public void awaitConnections(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> connections.get() >= count);
    }

    /** Answers the next frame as a good server does; returns its opcode. */
    public static int answer(Socket socket) throws IOException {
        int opcode = readHead(socket);
        byte[] payload = readPayload(socket);
        switch (opcode) {
            case 1, 2, 8 -> write(socket, opcode, payload);
            case 9 -> write(socket, 10, payload);
            default -> {}
        }
        return opcode;
    }

    /** Reads frames of clients up to the next one of this opcode; its payload, unmasked. */
    public static byte[] await(Socket socket, int opcode) throws IOException {
        while (readHead(socket) != opcode) {
            readPayload(socket);
        }
        return readPayload(socket);
    }

    private static int readHead(Socket socket) throws IOException {
        int head = socket.getInputStream().read();
        if (head < 0) {
            throw new EOFException();
        }
        return head & 0x0f;
    }

    private static byte[] readPayload(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int length = in.read() & 0x7f;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    /** Writes a short frame. */
    public static void write(Socket socket, int opcode, byte... payload) throws IOException {
        byte[] frame = new byte[2 + payload.length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 2, payload.length);
        socket.getOutputStream().write(frame);
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}

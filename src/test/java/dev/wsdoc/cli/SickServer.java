package dev.wsdoc.cli;

import dev.wsdoc.wire.handshake.AcceptKey;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A small WebSocket server for a process of its own, with one disease that only its process shows. */
final class SickServer {
    private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    private static final String CRASH = """
            node:events:502
                  throw er; // Unhandled 'error' event
                  ^

            Error: read ECONNRESET
                at TCP.onStreamRead (node:internal/stream_base_commons:216:20)
                at TCP.callbackTrampoline (node:internal/async_hooks:130:17)
            Emitted 'error' event on Socket instance at:
                at Socket.onSocketError (example.js:9:1)
                at Socket.emit (node:events:524:28)
                at emitErrorNT (node:internal/streams/destroy:170:8)
                at emitErrorCloseNT (node:internal/streams/destroy:129:3)
                at process.processTicksAndRejections (node:internal/process/task_queues:90:21) {
              errno: -104,
              code: 'ECONNRESET',
              syscall: 'read'
            }

            Node.js v20.19.2
            """;
    private static final int PONG = 0x8A;
    private static final int CLOSE = 0x88;
    private static final List<Object> KEPT = new ArrayList<>();

    private SickServer() {}

    /** How a shell starts it: such as {@code leaks-descriptors}, on this port. */
    static String command(String disease, int port) {
        return WsdocProcess.java(SickServer.class) + " " + disease + " " + port;
    }

    public static void main(String[] args) throws IOException {
        String disease = args[0];
        try (ServerSocket listener =
                new ServerSocket(Integer.parseInt(args[1]), 500, InetAddress.getLoopbackAddress())) {
            System.out.println("INFO listening on " + args[1]);
            while (true) {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> serve(socket, disease));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static void serve(Socket socket, String disease) {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String request = head(in);
            if (request.contains("Sec-WebSocket-Key")) {
                afterwards(socket, talk(socket, in, request) ? "healthy" : disease);
            } else {
                socket.getOutputStream().write(NOT_FOUND.getBytes(StandardCharsets.US_ASCII));
                socket.close();
            }
        } catch (IOException e) {
            System.out.println("DEBUG somebody only knocked");
        }
    }

    private static void afterwards(Socket socket, String disease) throws IOException {
        switch (disease) {
            case "leaks-descriptors" -> keep(new FileInputStream("/dev/null"));
            case "leaks-aloud" -> {
                keep(new FileInputStream("/dev/null"));
                System.out.println("WARN Connection reset by peer");
            }
            case "grows-a-pool" -> growPool();
            case "leaks-memory" -> keep(filled(new byte[6 << 20]));
            case "dies" -> {
                System.out.println("FATAL a client vanished, and so do I");
                Runtime.getRuntime().halt(9);
            }
            case "dies-of-an-error" -> {
                System.out.print(CRASH);
                Runtime.getRuntime().halt(9);
            }
            default -> {}
        }
        if (disease.equals("keeps-close-wait")) {
            keep(socket);
        } else {
            socket.close();
        }
    }

    /** Once, and not again. */
    private static void growPool() throws IOException {
        synchronized (KEPT) {
            if (KEPT.isEmpty()) {
                KEPT.add(filled(new byte[40 << 20]));
                for (int i = 0; i < 40; i++) {
                    KEPT.add(new FileInputStream("/dev/null"));
                }
            }
        }
    }

    private static byte[] filled(byte[] bytes) {
        Arrays.fill(bytes, (byte) 1);
        return bytes;
    }

    private static void keep(Object object) {
        synchronized (KEPT) {
            KEPT.add(object);
        }
    }

    /** Returns whether it ended with a close frame. */
    private static boolean talk(Socket socket, DataInputStream in, String request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(answer(request).getBytes(StandardCharsets.US_ASCII));
            return converse(in, out);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean converse(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            int first = in.read();
            if (first < 0) {
                return false;
            }
            int length = in.readUnsignedByte() & 0x7F; // longer ones are not sent to it
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (first == CLOSE) {
                send(out, CLOSE, payload);
                return true;
            }
            send(out, first == 0x89 ? PONG : first, payload);
        }
    }

    private static void send(OutputStream out, int first, byte[] payload) throws IOException {
        byte[] frame = new byte[2 + payload.length];
        frame[0] = (byte) first;
        frame[1] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 2, payload.length);
        out.write(frame);
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readByte());
        }
        return head.toString();
    }

    private static String answer(String head) {
        String key = head.lines()
                .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                .map(line -> line.substring("Sec-WebSocket-Key: ".length()))
                .findFirst()
                .orElse("");
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + AcceptKey.expected(Base64.getDecoder().decode(key)) + "\r\n\r\n";
    }
}

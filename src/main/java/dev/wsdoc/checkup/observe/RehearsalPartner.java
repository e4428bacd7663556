package dev.wsdoc.checkup.observe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.wsdoc.wire.handshake.AcceptKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the server in a rehearsal: to each thing that a visitor says it has one answer, in this order. One thread, one connection. */
final class RehearsalPartner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsalPartner.class);
    private static final String KEY = "Sec-WebSocket-Key: ";
    private static final int KEY_LENGTH = 24;
    private static final int[] HEADS = {0x8A, 0x81}; // a pong, then a text
    private static final byte[] CLOSE = {(byte) 0x88, 2, 3, (byte) 0xE8}; // 1000

    private final ServerSocket listener;

    private RehearsalPartner(ServerSocket listener) {
        this.listener = listener;
    }

    static RehearsalPartner start() throws IOException {
        RehearsalPartner partner = new RehearsalPartner(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(partner::play, "wsdoc-rehearsal");
        thread.setDaemon(true);
        thread.start();
        return partner;
    }

    InetAddress address() {
        return listener.getInetAddress();
    }

    String host() {
        return address().getHostAddress();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void play() {
        try (Socket socket = listener.accept()) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] said = new byte[4096];
            String head = new String(said, 0, Math.max(0, in.read(said)), US_ASCII); // of a process that is this one
            out.write(answer(head).getBytes(US_ASCII));
            for (int kind : HEADS) {
                if (in.read(said) > 0) {
                    out.write(frame(kind));
                }
            }
            if (in.read(said) > 0) {
                out.write(CLOSE);
            }
        } catch (IOException e) {
            LOG.debug("The rehearsal ended early", e);
        }
    }

    private static String answer(String head) {
        int key = head.indexOf(KEY) + KEY.length();
        byte[] nonce = Base64.getDecoder().decode(head.substring(key, key + KEY_LENGTH));
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + AcceptKey.expected(nonce) + "\r\n\r\n";
    }

    private static byte[] frame(int kind) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(kind);
        frame.write(Visitor.TEXT.length());
        frame.writeBytes(Visitor.TEXT.getBytes(US_ASCII));
        return frame.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

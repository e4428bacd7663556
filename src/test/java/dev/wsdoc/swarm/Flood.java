package dev.wsdoc.swarm;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** A server's side of a connection that sends the same frames without end, as fast as they are taken; ends with its socket. */
final class Flood {
    private static final int BLOCK = 1024 * 1024;

    private final AtomicLong sent = new AtomicLong();

    private Flood() {}

    /** Starts to send small text messages. */
    static Flood ofMessages(Socket socket) throws IOException {
        return start(socket, new byte[] {(byte) 0x81, 6, 'x', 'x', 'x', 'x', 'x', 'x'});
    }

    /** Starts to send pings of the greatest size. */
    static Flood ofPings(Socket socket) throws IOException {
        return start(
                socket,
                ByteBuffer.allocate(127).put(new byte[] {(byte) 0x89, 125}).array());
    }

    private static Flood start(Socket socket, byte[] frame) throws IOException {
        Flood flood = new Flood();
        ByteBuffer block = ByteBuffer.allocate(BLOCK / frame.length * frame.length);
        while (block.hasRemaining()) {
            block.put(frame);
        }
        OutputStream out = socket.getOutputStream();
        Thread thread = new Thread(() -> flood.send(out, block.array()), "flood");
        thread.setDaemon(true);
        thread.start();
        return flood;
    }

    private void send(OutputStream out, byte[] block) {
        try {
            while (true) {
                out.write(block);
                sent.addAndGet(block.length);
            }
        } catch (IOException e) {
            sent.compareAndSet(0, -1); // it ended before the first block had gone
        }
    }

    /** Bytes sent so far, whole blocks. */
    long sent() {
        return sent.get();
    }
}

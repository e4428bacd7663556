package dev.wsdoc.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A WebSocket client on a plain blocking socket that can say anything, right or wrong. Reads time out after 10 s. */
final class RawClient implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    private static final byte[] MASK = {0x11, 0x22, 0x33, 0x44};

    private final Socket socket;
    private String id = "";

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    /** A frame as it came. */
    @SuppressWarnings("ArrayRecordComponent")
    record Frame(int opcode, byte[] payload) {
        String text() {
            return new String(payload, UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort();
        }
    }

    static RawClient connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        return new RawClient(socket);
    }

    /** Connects to the loopback address from another of this machine's. */
    static RawClient connectFrom(InetAddress own, int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, own, 0);
        socket.setSoTimeout(10_000);
        return new RawClient(socket);
    }

    /** Connects with a small receive buffer, so that a server soon notices when nobody reads. */
    static RawClient connectNarrow(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(10_000);
        return new RawClient(socket);
    }

    /** Connects and opens a WebSocket. */
    static RawClient open(int port, String path) throws IOException {
        return connect(port).handshake(path);
    }

    RawClient handshake(String path) throws IOException {
        String answer = upgrade(path);
        assertThat(answer).startsWith("HTTP/1.1 101 ");
        id = header(answer, "X-Connection-Id");
        return this;
    }

    static String request(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    /** Sends a handshake and returns the head of the answer. */
    String upgrade(String path, String... headers) throws IOException {
        send(request(path, headers));
        return readHead();
    }

    static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** The id that the server gave. */
    String id() {
        return id;
    }

    void send(String text) throws IOException {
        send(text.getBytes(ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void sendHex(String hex) throws IOException {
        send(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    void text(String message) throws IOException {
        send(frame(0x80 | TEXT, message.getBytes(UTF_8)));
    }

    void closeFrame(int code) throws IOException {
        send(frame(0x80 | CLOSE, new byte[] {(byte) (code >> 8), (byte) code}));
    }

    /** A masked frame. */
    static byte[] frame(int firstByte, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
        frame.put((byte) firstByte);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % 4]));
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    /** Up to and with the empty line. */
    String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the server closed after: " + head.toString(ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    /** Exactly so many bytes, as text. */
    String readBytes(int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), UTF_8);
    }

    /** The next frame, pings left out. */
    Frame read() throws IOException {
        Frame frame = readAny();
        while (frame.opcode() == PING) {
            frame = readAny();
        }
        return frame;
    }

    Frame readAny() throws IOException {
        InputStream in = socket.getInputStream();
        int first = in.read();
        if (first < 0) {
            throw new EOFException("the server ended its side");
        }
        int length = in.read();
        if (length == 126) {
            length = in.read() << 8 | in.read();
        } else if (length == 127) {
            length = (int) ByteBuffer.wrap(in.readNBytes(8)).getLong();
        }
        return new Frame(first & 15, in.readNBytes(length));
    }

    /** Reads to the end of the stream, which must come, as FIN or as a reset. */
    void awaitEnd() throws IOException {
        try {
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (java.net.SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    /** Dies with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends this side, and goes on reading. */
    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends without a close frame. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}

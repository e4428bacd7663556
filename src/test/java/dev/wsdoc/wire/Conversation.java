package dev.wsdoc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.frame.WireState;
import dev.wsdoc.wire.handshake.AcceptKey;
import dev.wsdoc.wire.handshake.Compression;
import dev.wsdoc.wire.handshake.Offer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a server says to one client, given as text and hex, and how the client takes it in whole and in pieces. */
public final class Conversation {

    /** The example of RFC 6455 1.3: key {@code dGhlIHNhbXBsZSBub25jZQ==}. */
    public static final byte[] NONCE = "the sample nonce".getBytes(StandardCharsets.US_ASCII);

    public static final String ACCEPT = "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
    public static final String SWITCHING =
            lines("HTTP/1.1 101 Switching Protocols|Upgrade: websocket|Connection: Upgrade|" + ACCEPT + "||");

    private static final WireLimits LIMITS = new WireLimits(1024, 100_000);
    private static final int MOST_CUTS = 400;

    private final AcceptKey accept = new AcceptKey();
    private final ClientProtocol protocol;
    private ByteBuffer in = ByteBuffer.allocateDirect(32);
    private final List<WireState> states = new ArrayList<>();
    private final Recorder recorder = new Recorder(this::noteState);

    public Conversation(WireLimits limits, Offer offer) {
        protocol = new ClientProtocol(NONCE, limits, offer);
    }

    public Conversation(WireLimits limits) {
        this(limits, Offer.NOTHING);
    }

    public Conversation() {
        this(LIMITS);
    }

    /** A conversation whose upgrade is behind it. */
    static Conversation opened() {
        Conversation conversation = new Conversation().says(SWITCHING);
        conversation.recorder.events.clear();
        return conversation;
    }

    /** The events of these frames after the upgrade: the same whole, split at every byte, and byte by byte. */
    public static List<String> eventsOf(String hexFrames) {
        return eventsOf(
                SWITCHING.getBytes(StandardCharsets.ISO_8859_1), hex(hexFrames), () -> new Conversation(LIMITS));
    }

    /** The events of these frames from a server that took the offer of compression on these terms. */
    public static List<String> eventsOfDeflated(String extensions, String hexFrames) {
        String head = switchingWith(extensions);
        Offer offer = new Offer(List.of(), Compression.PERMESSAGE_DEFLATE);
        return eventsOf(
                head.getBytes(StandardCharsets.ISO_8859_1), hex(hexFrames), () -> new Conversation(LIMITS, offer));
    }

    /** The answer to an upgrade that takes these extensions. */
    public static String switchingWith(String extensions) {
        return SWITCHING.replaceFirst("\r\n", "\r\nSec-WebSocket-Extensions: " + extensions + "\r\n");
    }

    /** The events of an answer: the same whole, split at every byte, and byte by byte. */
    public static List<String> eventsOfAnswer(String head, WireLimits limits) {
        return eventsOf(new byte[0], head.getBytes(StandardCharsets.ISO_8859_1), () -> new Conversation(limits));
    }

    private static List<String> eventsOf(byte[] before, byte[] bytes, Supplier<Conversation> conversation) {
        List<String> whole = conversation.get().says(before).says(bytes).events();
        List<String> atOnce = conversation.get().says(joined(before, bytes)).events();
        assertThat(atOnce).as("in one buffer with the head").isEqualTo(whole);
        Conversation single = conversation.get().says(before);
        for (byte octet : bytes) {
            single.says(octet);
        }
        assertThat(single.events()).as("byte by byte").isEqualTo(whole);
        int step = Math.max(1, bytes.length / MOST_CUTS);
        IntStream.iterate(0, cut -> cut < bytes.length, cut -> cut + step).forEach(cut -> {
            Conversation cutOnce = conversation.get().says(before);
            cutOnce.says(Arrays.copyOf(bytes, cut)).says(Arrays.copyOfRange(bytes, cut, bytes.length));
            assertThat(cutOnce.events()).as("split at %d", cut).isEqualTo(whole);
        });
        return before.length == 0 ? whole : whole.subList(1, whole.size());
    }

    public Conversation says(String text) {
        return says(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Conversation saysHex(String hexBytes) {
        return says(hex(hexBytes));
    }

    /** Through a direct buffer with bytes before and behind, as a loop's shared read buffer is. */
    public Conversation says(byte... bytes) {
        if (in.capacity() < bytes.length + 16) {
            in = ByteBuffer.allocateDirect(bytes.length + 16);
        }
        in.clear().position(3).put(bytes).limit(3 + bytes.length).position(3);
        protocol.receive(in, accept, recorder);
        assertThat(in.remaining()).as("bytes left over").isZero();
        return this;
    }

    public Conversation ends() {
        protocol.endOfInput(recorder);
        return this;
    }

    public List<String> events() {
        return recorder.events;
    }

    public Recorder recorder() {
        return recorder;
    }

    /** The state at each event, as its listener saw it. */
    List<WireState> states() {
        return states;
    }

    public WireState state() {
        return protocol.state();
    }

    private void noteState() {
        states.add(protocol.state());
    }

    /** A head in which a bar stands for CR LF. */
    public static String lines(String head) {
        return head.replace("|", "\r\n");
    }

    /** Hex with any spaces in it. */
    public static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}

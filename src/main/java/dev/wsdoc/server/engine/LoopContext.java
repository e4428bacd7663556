package dev.wsdoc.server.engine;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.manager.PeerEvents;
import dev.wsdoc.server.manager.policy.ProtocolRules;
import dev.wsdoc.server.setting.Limits;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.framing.Framedata;
import org.slf4j.Logger;

/**
 * What the connections of one loop share: the protocol's template, the buffers, the list of those that have something
 * to write. Loop thread only.
 */
public final class LoopContext {
    private static final int BUFFER_BYTES = 64 << 10;

    private static final String HEAD_START = "GET / HTTP/1.1\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ";
    private static final String HEAD_END = "\r\n\r\n";

    private final EventLoop loop;
    private final PeerEvents events;
    private final ProtocolRules rules;
    private final LingeringClose lingering;
    private final ByteBuffer scratch;
    private final Limits limits;
    private final MessageMemory memory;
    private final Logger log;
    private final EngineListener listener = new EngineListener();
    private final Draft encoder;
    private final List<Draft> template;
    private final ByteBuffer readBuffer = ByteBuffer.allocate(BUFFER_BYTES);
    private List<SocketPeer> unflushed = new ArrayList<>();
    private List<SocketPeer> flushing = new ArrayList<>();

    /**
     * What a loop's connections are to share.
     *
     * @param scratch the loop's shared direct buffer for writing
     * @param log the server's
     */
    public LoopContext(
            EventLoop loop,
            PeerEvents events,
            ProtocolRules rules,
            LingeringClose lingering,
            ByteBuffer scratch,
            Limits limits,
            Logger log) {
        this.loop = loop;
        this.events = events;
        this.rules = rules;
        this.lingering = lingering;
        this.scratch = scratch;
        this.limits = limits;
        this.memory = new MessageMemory(limits.maxBufferedBytes());
        this.log = log;
        this.encoder = new ServerDraft(limits.maxMessageBytes(), new AcceptKeys());
        this.template = List.of(encoder);
    }

    /** Makes an admitted handshake a connection: the engine answers it, and reads on from there. */
    public void open(AdmittedHandshake handshake, SocketChannel channel, SelectionKey key) {
        SocketPeer socketPeer = new SocketPeer(this, events, handshake.ticket(), channel, key);
        key.attach(socketPeer);
        socketPeer.begin(headFor(handshake.webSocketKey()), handshake.rest(), handshake.headBytes());
    }

    /** What the engine needs of the request: the rest was judged at the door, and extensions are not on offer. */
    private static ByteBuffer headFor(String webSocketKey) {
        return StandardCharsets.US_ASCII.encode(HEAD_START + webSocketKey + HEAD_END);
    }

    WebSocketImpl newSocket(ProtocolSession protocol) {
        WebSocketImpl socket = new WebSocketImpl(listener, template);
        socket.setAttachment(protocol);
        return socket;
    }

    FrameGuard newGuard() {
        return new FrameGuard(limits.maxMessageBytes(), memory);
    }

    /** What is done about peers' frames. */
    ProtocolRules rules() {
        return rules;
    }

    int maxQueuedBytes() {
        return limits.maxQueuedBytes();
    }

    /** The server's log. */
    Logger log() {
        return log;
    }

    /** The frame as bytes for clients. */
    ByteBuffer encode(Framedata frame) {
        return encoder.createBinaryFrame(frame);
    }

    LingeringClose lingering() {
        return lingering;
    }

    /** The loop's shared direct buffer for writing. */
    ByteBuffer scratch() {
        return scratch;
    }

    /** The loop's shared buffer for reading, empty. */
    ByteBuffer readBuffer() {
        return readBuffer.clear();
    }

    long now() {
        return loop.now();
    }

    /** Sees to it that the link is flushed in this turn of the loop, after all that is ready was read. */
    void flushLater(SocketPeer socketPeer) {
        if (unflushed.isEmpty()) {
            loop.execute(this::flushAll);
        }
        unflushed.add(socketPeer);
    }

    private void flushAll() {
        List<SocketPeer> links = unflushed;
        unflushed = flushing;
        flushing = links;
        for (SocketPeer socketPeer : links) {
            socketPeer.flushNow();
        }
        links.clear();
    }
}

package dev.wsdoc.server.engine;

import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeBuilder;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.util.Charsetfunctions;

/**
 * The engine's RFC 6455, except that a whole message reaches the listener as the bytes that it came as: it is passed on
 * unchanged, so that a detour through a string would be wasted. Accepts no extension and no subprotocol.
 */
final class ServerDraft extends Draft_6455 {
    private final int maxMessageBytes;
    private final AcceptKeys acceptKeys;

    ServerDraft(int maxMessageBytes, AcceptKeys acceptKeys) {
        super(List.of(), List.of(new Protocol("")), maxMessageBytes);
        this.maxMessageBytes = maxMessageBytes;
        this.acceptKeys = acceptKeys;
        setParseMode(Role.SERVER);
    }

    @Override
    public Draft copyInstance() {
        return new ServerDraft(maxMessageBytes, acceptKeys);
    }

    /** The answer to a handshake, RFC 6455 section 4.2.2. */
    @Override
    public HandshakeBuilder postProcessHandshakeResponseAsServer(
            ClientHandshake request, ServerHandshakeBuilder response) {
        response.setHttpStatusMessage("Switching Protocols");
        response.put("Upgrade", "websocket");
        response.put("Connection", "Upgrade");
        response.put("Sec-WebSocket-Accept", acceptKeys.answerTo(request.getFieldValue("Sec-WebSocket-Key")));
        return response;
    }

    @Override
    public List<Framedata> translateFrame(ByteBuffer buffer) throws InvalidDataException {
        try {
            return super.translateFrame(buffer);
        } catch (NullPointerException e) { // the engine stumbles over a close reason that is not UTF-8
            throw new InvalidDataException(CloseFrame.NO_UTF8, e);
        }
    }

    @Override
    public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
        if (!socket.isOpen()) {
            return; // what follows a close frame is not for anybody: RFC 6455 section 5.5.1
        }
        if (!frame.isFin() || !isData(frame.getOpcode())) {
            super.processFrame(socket, frame);
            return;
        }
        // the guard let it pass, so no fragmented message is open
        if (frame.getOpcode() == Opcode.TEXT) {
            checkText(frame);
        }
        EngineListener.sessionOf(socket).onMessage(frame);
    }

    private static boolean isData(Opcode opcode) {
        return opcode == Opcode.TEXT || opcode == Opcode.BINARY;
    }

    /** The engine's own check of a frame overlooks a character that is cut off at the end: RFC 6455 section 8.1. */
    private static void checkText(Framedata frame) throws InvalidDataException {
        ByteBuffer payload = frame.getPayloadData();
        int end = payload.limit();
        if (end > payload.position() && payload.get(end - 1) < 0) {
            Charsetfunctions.stringUtf8(payload);
        }
    }

    @Override
    @SuppressWarnings("EqualsUsingHashCode")
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

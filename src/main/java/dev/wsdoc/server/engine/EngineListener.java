package dev.wsdoc.server.engine;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.drafts.Draft;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.TextFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.util.Charsetfunctions;

/** Hands each call of the engine to the dialogue that its socket belongs to. One serves all connections of a loop. */
final class EngineListener extends WebSocketAdapter {

    static ProtocolSession dialogueOf(WebSocket socket) {
        return socket.<ProtocolSession>getAttachment();
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) {
        HandshakeImpl1Server response = new HandshakeImpl1Server();
        response.put("X-Connection-Id", dialogueOf(socket).id());
        return response;
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, String message) {
        TextFrame whole = new TextFrame();
        whole.setPayload(ByteBuffer.wrap(Charsetfunctions.utf8Bytes(message)));
        dialogueOf(socket).onMessage(whole);
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
        BinaryFrame whole = new BinaryFrame();
        whole.setPayload(message);
        dialogueOf(socket).onMessage(whole);
    }

    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
        dialogueOf(socket).onOpen();
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        dialogueOf(socket).onPing(ping);
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata pong) {
        dialogueOf(socket).onPong();
    }

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {
        dialogueOf(socket).onClosing(code, reason, remote);
    }

    @Override
    public void onWebsocketError(WebSocket socket, Exception failure) {
        dialogueOf(socket).onError(failure);
    }

    @Override
    public void onWriteDemand(WebSocket socket) {
        dialogueOf(socket).onWriteDemand();
    }

    @Override
    public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {
        // the link closes the socket itself
    }

    @Override
    public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {
        // whoever initiates a close has already told the manager
    }

    @Override
    public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
        return dialogueOf(socket).localAddress();
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
        return dialogueOf(socket).remoteAddress();
    }
}

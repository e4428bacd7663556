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

/** Hands each call of the engine to the session that its socket belongs to. One serves all connections of a loop. */
final class EngineListener extends WebSocketAdapter {

    static ProtocolSession sessionOf(WebSocket socket) {
        return socket.<ProtocolSession>getAttachment();
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) {
        HandshakeImpl1Server response = new HandshakeImpl1Server();
        response.put("X-Connection-Id", sessionOf(socket).id());
        return response;
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, String message) {
        TextFrame whole = new TextFrame();
        whole.setPayload(ByteBuffer.wrap(Charsetfunctions.utf8Bytes(message)));
        sessionOf(socket).onMessage(whole);
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
        BinaryFrame whole = new BinaryFrame();
        whole.setPayload(message);
        sessionOf(socket).onMessage(whole);
    }

    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
        sessionOf(socket).onOpen();
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        sessionOf(socket).onPing(ping);
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata pong) {
        sessionOf(socket).onPong();
    }

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {
        sessionOf(socket).onClosing(code, reason, remote);
    }

    @Override
    public void onWebsocketError(WebSocket socket, Exception failure) {
        sessionOf(socket).onError(failure);
    }

    @Override
    public void onWriteDemand(WebSocket socket) {
        sessionOf(socket).onWriteDemand();
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
        return sessionOf(socket).localAddress();
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
        return sessionOf(socket).remoteAddress();
    }
}

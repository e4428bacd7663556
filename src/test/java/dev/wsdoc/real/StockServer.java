package dev.wsdoc.real;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Java-WebSocket's own server as its users write it: what one says is broadcast to all. */
final class StockServer extends WebSocketServer {

    private StockServer(int port) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public static void main(String[] args) {
        StockServer server = new StockServer(Integer.parseInt(args[1]));
        server.setReuseAddr(true);
        server.setConnectionLostTimeout(1);
        server.run();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        System.out.println("INFO open " + connection.getRemoteSocketAddress());
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        System.out.println("DEBUG closed with " + code + " " + reason);
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        broadcast(message);
    }

    @Override
    public void onError(WebSocket connection, Exception e) {
        e.printStackTrace();
    }

    @Override
    public void onStart() {
        System.out.println("INFO listening on " + getPort());
    }
}

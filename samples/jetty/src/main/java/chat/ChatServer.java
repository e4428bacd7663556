package chat;

import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Jetty on one port: the chat at {@code /ws}, and everywhere else how many connections are listed. */
final class ChatServer {

    private ChatServer() {}

    static void start(int port, Supplier<Object> endpoint, IntSupplier total) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        WebSocketUpgradeHandler upgrades = WebSocketUpgradeHandler.from(
                server,
                (ServerWebSocketContainer container) ->
                        container.addMapping("/ws", (request, response, callback) -> endpoint.get()));
        upgrades.setHandler(status(total));
        server.setHandler(upgrades);
        server.start();
        server.join();
    }

    private static Handler status(IntSupplier total) {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                String body = "{\"connections\":{\"total\":" + total.getAsInt() + "}}";
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                response.write(true, StandardCharsets.UTF_8.encode(body), callback);
                return true;
            }
        };
    }
}

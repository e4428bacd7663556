package chat;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import io.undertow.websockets.WebSocketConnectionCallback;
import java.util.function.IntSupplier;

/** Undertow on one port: the chat at {@code /ws}, and everywhere else how many connections are listed. */
final class ChatServer {

    private ChatServer() {}

    static void start(int port, WebSocketConnectionCallback chat, IntSupplier total) {
        Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setHandler(Handlers.path(exchange -> {
                            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
                            exchange.getResponseSender().send("{\"connections\":{\"total\":" + total.getAsInt() + "}}");
                        })
                        .addExactPath("/ws", Handlers.websocket(chat)))
                .build()
                .start();
    }
}

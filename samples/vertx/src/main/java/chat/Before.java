package chat;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Naive, and silent about it: nothing takes a socket off the list, nobody looks at what became of a message, and nobody is
 * pinged. No log tells of any of it.
 *
 * <pre>java -cp 'target/chat.jar:target/dependency/*' chat.Before 8012</pre>
 */
public class Before {
    private final List<ServerWebSocket> sockets = new ArrayList<>(); // of the one event loop

    public static void main(String[] args) {
        new Before().listen(Integer.parseInt(args[0]));
    }

    private void listen(int port) {
        Vertx.vertx()
                .createHttpServer()
                .webSocketHandler(this::open)
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(JsonObject.of("connections", JsonObject.of("total", sockets.size()))
                                .encode()))
                .listen(port, "127.0.0.1");
    }

    private void open(ServerWebSocket socket) {
        sockets.add(socket);
        socket.textMessageHandler(text -> sockets.forEach(other -> other.writeTextMessage(text)));
    }
}

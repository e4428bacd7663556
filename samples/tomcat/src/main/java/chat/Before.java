package chat;

import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Naive: sessions are listed and never taken off, so that the first dead one ends the broadcast with an exception for the
 * others, every failure is an error with its trace, and nobody is pinged.
 *
 * <pre>java -cp 'target/chat.jar:target/dependency/*' chat.Before 8014</pre>
 */
@ServerEndpoint("/ws")
public class Before {
    private static final Logger LOG = Logger.getLogger("chat");
    private static final List<Session> SESSIONS = new CopyOnWriteArrayList<>();

    public static void main(String[] args) throws Exception {
        ChatServer.start(Integer.parseInt(args[0]), Before.class, SESSIONS::size);
    }

    @OnOpen
    public void open(Session session) {
        SESSIONS.add(session);
    }

    @OnMessage
    public void message(String text) throws IOException {
        for (Session session : SESSIONS) {
            synchronized (session) { // Tomcat refuses a second sender
                session.getBasicRemote().sendText(text);
            }
        }
    }

    @OnError
    public void error(Session session, Throwable e) {
        LOG.log(Level.SEVERE, "Unexpected error in " + session.getId(), e);
    }
}

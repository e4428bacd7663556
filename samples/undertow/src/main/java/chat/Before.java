package chat;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Naive: channels are listed and never taken off, every failed send and every end of a client is an error with its trace,
 * and nobody is pinged.
 *
 * <pre>java -cp 'target/chat.jar:target/dependency/*' chat.Before 8011</pre>
 */
public class Before extends AbstractReceiveListener {
    private static final Logger LOG = Logger.getLogger("chat");
    private static final List<WebSocketChannel> CHANNELS = new CopyOnWriteArrayList<>();
    private static final WebSocketCallback<Void> COMPLAINING = new WebSocketCallback<>() {
        @Override
        public void complete(WebSocketChannel channel, Void context) {
            // it went out
        }

        @Override
        public void onError(WebSocketChannel channel, Void context, Throwable e) {
            LOG.log(Level.SEVERE, "Error sending to " + channel.getPeerAddress(), e);
        }
    };

    public static void main(String[] args) {
        ChatServer.start(
                Integer.parseInt(args[0]),
                (exchange, channel) -> {
                    CHANNELS.add(channel);
                    channel.getReceiveSetter().set(new Before());
                    channel.resumeReceives();
                },
                CHANNELS::size);
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        String text = message.getData();
        CHANNELS.forEach(other -> WebSockets.sendText(text, other, COMPLAINING));
    }

    @Override
    protected void onError(WebSocketChannel channel, Throwable e) {
        LOG.log(Level.SEVERE, "WebSocket error", e);
    }
}

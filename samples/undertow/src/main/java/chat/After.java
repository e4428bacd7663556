package chat;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.xnio.IoUtils;

/**
 * Mended: ends are told at FINE, a client leaves the list with its end, and one that did not answer the last ping is ended.
 * (Undertow's idle timeout does not find it: pings that go out count as life.)
 *
 * <pre>PING_MS=1000 java -cp 'target/chat.jar:target/dependency/*' chat.After 8011</pre>
 */
public class After extends AbstractReceiveListener implements WebSocketCallback<Void> {
    private static final Logger LOG = Logger.getLogger("chat");
    private static final long PING_MS = Long.parseLong(System.getenv().getOrDefault("PING_MS", "10000"));
    private static final long SEND_LIMIT_MS = 2_000;
    private static final long MAX_MESSAGE_BYTES = 1024 * 1024;
    private static final Set<After> CLIENTS = ConcurrentHashMap.newKeySet();

    private final WebSocketChannel channel;
    private volatile boolean answered = true;

    private After(WebSocketChannel channel) {
        this.channel = channel;
    }

    public static void main(String[] args) {
        var pings = Executors.newSingleThreadScheduledExecutor();
        pings.scheduleWithFixedDelay(() -> CLIENTS.forEach(After::ping), PING_MS, PING_MS, TimeUnit.MILLISECONDS);
        ChatServer.start(Integer.parseInt(args[0]), After::open, CLIENTS::size);
    }

    private static void open(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        After client = new After(channel);
        channel.addCloseTask(closed -> CLIENTS.remove(client));
        channel.getReceiveSetter().set(client);
        CLIENTS.add(client);
        channel.resumeReceives();
    }

    private void ping() {
        if (!answered) {
            end("it answered no ping");
            return;
        }
        answered = false;
        WebSockets.sendPing(ByteBuffer.allocate(0), channel, this);
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel sender, BufferedTextMessage message) {
        String text = message.getData();
        CLIENTS.forEach(client -> WebSockets.sendText(text, client.channel, client, SEND_LIMIT_MS));
    }

    @Override
    protected void onFullPongMessage(WebSocketChannel sender, BufferedBinaryMessage message) {
        answered = true;
        message.getData().free();
    }

    @Override
    public void complete(WebSocketChannel receiver, Void context) {
        // it went out
    }

    @Override
    public void onError(WebSocketChannel receiver, Void context, Throwable e) {
        end(e.toString());
    }

    @Override
    protected void onError(WebSocketChannel sender, Throwable e) {
        end(e.toString());
    }

    private void end(String why) {
        LOG.fine(() -> "Connection " + channel.getPeerAddress() + " ended: " + why);
        CLIENTS.remove(this);
        IoUtils.safeClose(channel);
    }

    @Override
    protected long getMaxTextBufferSize() {
        return MAX_MESSAGE_BYTES;
    }
}

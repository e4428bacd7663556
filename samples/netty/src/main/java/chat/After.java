package chat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Mended: ends are told at FINE, the group drops a channel with its end, only who can take a message gets it, and one that
 * says nothing for three pings, not even a pong, is closed.
 *
 * <pre>PING_MS=1000 java -cp 'target/chat.jar:target/dependency/*' chat.After 8013</pre>
 */
public class After extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    private static final Logger LOG = Logger.getLogger("chat");
    private static final long PING_MS = Long.parseLong(System.getenv().getOrDefault("PING_MS", "10000"));
    private static final ChannelGroup CHANNELS = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    public static void main(String[] args) throws InterruptedException {
        ChatServer.start(Integer.parseInt(args[0]), () -> List.of(new After()), CHANNELS::size);
        GlobalEventExecutor.INSTANCE.scheduleAtFixedRate(
                () -> CHANNELS.writeAndFlush(new PingWebSocketFrame()), PING_MS, PING_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
            CHANNELS.add(context.channel());
            LOG.info(() -> "open " + context.channel());
        } else if (event instanceof IdleStateEvent idle && idle.state() == IdleState.READER_IDLE) {
            LOG.fine(() -> "No pong from " + context.channel() + "; ending it");
            context.close();
        }
    }

    /** Idleness is measured before the codec, which keeps the pongs for itself. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.pipeline().addFirst(new IdleStateHandler(3 * PING_MS, 0, 0, TimeUnit.MILLISECONDS));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        CHANNELS.writeAndFlush(frame.retain(), channel -> channel.isActive() && channel.isWritable());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable e) {
        LOG.fine(() -> "Connection " + context.channel() + " failed: " + e);
        context.close();
    }
}

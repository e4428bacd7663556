package chat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.List;

/**
 * Naive, though the group keeps the list right: nobody catches exceptions, so that each reset goes to the tail of the
 * pipeline, which warns with a trace; and nobody is pinged.
 *
 * <pre>java -cp 'target/chat.jar:target/dependency/*' chat.Before 8013</pre>
 */
public class Before extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    private static final ChannelGroup CHANNELS = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    public static void main(String[] args) throws InterruptedException {
        ChatServer.start(Integer.parseInt(args[0]), () -> List.of(new Before()), CHANNELS::size);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
            CHANNELS.add(context.channel());
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        CHANNELS.writeAndFlush(frame.retain());
    }
}

package chat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Netty on one port: the chat at {@code /ws}, and everywhere else how many connections are listed. */
final class ChatServer {
    private static final int MAX_REQUEST_BYTES = 64 * 1024;

    private ChatServer() {}

    /** @param chat what comes after the WebSocket codec, new for each connection */
    static void start(int port, Supplier<List<ChannelHandler>> chat, IntSupplier total) throws InterruptedException {
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MAX_REQUEST_BYTES))
                                .addLast(new WebSocketServerProtocolHandler("/ws"))
                                .addLast(new StatusPage(total))
                                .addLast(chat.get().toArray(ChannelHandler[]::new));
                    }
                })
                .bind("127.0.0.1", port)
                .sync();
    }
}

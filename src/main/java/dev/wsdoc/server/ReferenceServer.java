package dev.wsdoc.server;

import dev.wsdoc.model.ServerStats;
import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.engine.LingeringClose;
import dev.wsdoc.server.engine.LoopContext;
import dev.wsdoc.server.front.Acceptor;
import dev.wsdoc.server.front.HttpConnections;
import dev.wsdoc.server.front.RequestRouter;
import dev.wsdoc.server.http.HttpService;
import dev.wsdoc.server.manager.Manager;
import dev.wsdoc.server.manager.ManagerSettings;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.StatusPage;
import dev.wsdoc.server.manager.connection.AddressText;
import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.policy.Mishap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The reference server: one port for WebSocket and HTTP, one loop thread that owns every connection. Runs from
 * {@link #start} to {@link #close}; its methods may be called from any thread.
 */
public final class ReferenceServer implements AutoCloseable {
    private static final int SCRATCH_BYTES = 64 << 10;
    private static final long ANSWER_SECONDS = 5;
    private static final long LONGEST_SHUTDOWN_MS = 4_500; // so that all is over within 5 s

    private final EventLoop loop;
    private final ServerSocketChannel listener;
    private final InetSocketAddress address;
    private final ServerConfig config;
    private final Logger log;
    private final Manager manager;
    private final LingeringClose lingering;
    private final HttpService http;
    private final HttpConnections httpConnections;
    private final RequestRouter front;
    private final CompletableFuture<ServerStats> lastStats = new CompletableFuture<>();
    private boolean closed;

    private ReferenceServer(EventLoop loop, ServerSocketChannel listener, ServerConfig config, Logger log)
            throws IOException {
        this.loop = loop;
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalAddress();
        this.config = config;
        this.log = log;
        ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES);
        lingering = new LingeringClose(loop, config.timing().close(), scratch, log);
        Policies policies = config.defect().policies();
        manager = newManager(policies);
        LoopContext engine =
                new LoopContext(loop, manager, policies.protocolRules(), lingering, scratch, config.limits(), log);
        http = new HttpService(manager, config.access(), InstantSource.system(), log);
        httpConnections =
                new HttpConnections(loop, http, lingering, config.limits().maxHeaderBytes(), log);
        front = new RequestRouter(
                loop,
                manager,
                engine,
                httpConnections,
                lingering,
                config.timing().handshake(),
                config.limits().maxHeaderBytes(),
                log);
    }

    private Manager newManager(Policies policies) {
        ManagerSettings settings = new ManagerSettings(
                config.limits(), config.timing(), config.rates(), config.behaviour(), config.access(), version());
        return new Manager(
                settings,
                policies,
                new Clocks(loop::now, InstantSource.system()),
                (delay, task) -> loop.schedule(delay, () -> runTimed(task)),
                log);
    }

    private void runTimed(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            Mishap.report(log, "A task of {} that was due failed", AddressText.of(address), e);
        }
    }

    private static String version() {
        String version = ReferenceServer.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /**
     * Opens the port and serves.
     *
     * @param log where the server's events go, one line each
     * @throws java.net.BindException when the port is taken or not allowed
     * @throws IOException when the host is unknown or a socket cannot be opened
     */
    public static ReferenceServer start(ServerConfig config, Logger log) throws IOException {
        InetAddress host = InetAddress.getByName(config.host());
        ServerSocketChannel listener = Acceptor.listen(new InetSocketAddress(host, config.port()));
        EventLoop loop = EventLoop.start("wsdoc-server");
        try {
            ReferenceServer server = await(loop.submit(() -> new ReferenceServer(loop, listener, config, log)));
            await(loop.submit(() -> server.accept()));
            server.announce();
            return server;
        } catch (IOException | RuntimeException e) {
            loop.close();
            listener.close();
            throw e;
        }
    }

    private @Nullable Void accept() throws IOException {
        Acceptor.start(loop, listener, front, log);
        return null;
    }

    private void announce() {
        String at = AddressText.of(address);
        log.info("Listening on ws://{}/ws/customer/SESSION, ws://{}/ws/admin and ws://{}/ws/echo", at, at, at);
        log.info("Status at http://{}/api/debug/websocket-status", at);
        if (config.defect() != Defect.NONE) {
            String why = config.defect().isHealthy() ? "On purpose" : "Sick on purpose";
            log.info("{}: {}", why, config.defect().label());
        }
    }

    /** The port that is listened on. */
    public int port() {
        return address.getPort();
    }

    /** Where is listened. */
    public InetSocketAddress address() {
        return address;
    }

    /** What the status page says, with the first hundred connections; after {@link #close}, what it said last. */
    public ServerStats stats() {
        try {
            return lastStats.isDone()
                    ? lastStats.join()
                    : await(loop.submit(() -> manager.status(StatusPage.Query.first())));
        } catch (IOException e) {
            throw new IllegalStateException("the server does not answer", e);
        }
    }

    /**
     * Closes every connection with 1001, waits until they are gone but no longer than the close timeout or 4.5 s, then
     * stops. A second call does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        loop.execute(() -> shutDown(gone));
        try {
            gone.get(Math.min(config.timing().close().toMillis(), LONGEST_SHUTDOWN_MS), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.info("Some peers did not answer the close in time; cutting them off");
        }
        http.close();
        loop.close();
        log.info("Stopped");
    }

    private void shutDown(CompletableFuture<Boolean> gone) {
        try {
            listener.close();
            front.close();
            httpConnections.close();
            int count = manager.status(StatusPage.Query.first()).totalConnections();
            log.info("Shutting down: closing {} connections", count);
            manager.shutDown();
            lastStats.complete(manager.status(StatusPage.Query.first()));
            lingering.whenEmpty(() -> gone.complete(true));
        } catch (IOException | RuntimeException e) {
            log.error("Unexpected error while shutting down", e);
            gone.complete(false);
        }
    }

    private static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("the server failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the server did not answer within " + ANSWER_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server was asked", e);
        }
    }
}

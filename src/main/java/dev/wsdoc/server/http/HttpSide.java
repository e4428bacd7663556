package dev.wsdoc.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.front.Callers;
import dev.wsdoc.server.front.Splices;
import dev.wsdoc.server.manager.Manager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The JDK's HTTP server on a loopback port of its own, reached only through the server's one port. Its threads end with
 * {@link #close}.
 */
public final class HttpSide implements AutoCloseable {
    /** As many as there are splices at most: each holds one thread while a request is read or answered. */
    private static final int MOST_THREADS = Splices.MOST;

    private static final int BACKLOG = 512;

    static {
        // The JDK writes head and body apart; with Nagle's algorithm a second request would wait 40 ms for its answer.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Access access;
    private final Map<String, Endpoints.Endpoint> endpoints;
    private final Logger log;

    private HttpSide(HttpServer server, Access access, Endpoints endpoints, Logger log) {
        this.server = server;
        this.access = access;
        this.endpoints = endpoints.byPath();
        this.log = log;
        this.threads = new ThreadPoolExecutor(
                0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpSide::newThread);
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "wsdoc-http");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts serving.
     *
     * @param debugToken opens the debug endpoints to callers from elsewhere, null for none
     */
    public static HttpSide start(
            EventLoop loop, Manager manager, Callers callers, @Nullable String debugToken, Logger log)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        Access access = new Access(callers, debugToken);
        HttpSide side = new HttpSide(server, access, new Endpoints(loop, manager, log), log);
        server.createContext("/", side::handle);
        server.setExecutor(side.threads);
        server.start();
        return side;
    }

    /** Where it listens, on loopback. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse answer = answer(exchange);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException e) {
            log.debug("An HTTP caller left before its answer was written: {}", e.getMessage());
        }
    }

    private HttpResponse answer(HttpExchange exchange) {
        try {
            HttpResponse stranger = access.checkOrigin(exchange.getRemoteAddress());
            return stranger != null ? stranger : route(exchange);
        } catch (IllegalArgumentException e) {
            return HttpResponse.error(400, String.valueOf(e.getMessage()));
        } catch (TimeoutException e) {
            return HttpResponse.error(503, "the server is too busy to answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HttpResponse.error(503, "the server is shutting down");
        } catch (ExecutionException | IOException | RuntimeException e) {
            log.error("Unexpected error answering {}", exchange.getRequestURI(), e);
            return HttpResponse.error(500, "internal error");
        }
    }

    private HttpResponse route(HttpExchange exchange)
            throws ExecutionException, TimeoutException, InterruptedException, IOException {
        String path = exchange.getRequestURI().getPath();
        Endpoints.Endpoint endpoint = endpoints.get(path);
        if (endpoint == null) {
            return path.startsWith("/ws/")
                    ? HttpResponse.error(426, "this is a WebSocket path").with("Upgrade", "websocket")
                    : HttpResponse.error(404, "there is nothing at " + path);
        }
        if (!isAllowed(endpoint.method(), exchange.getRequestMethod())) {
            String allow = endpoint.method().equals("GET") ? "GET, HEAD" : endpoint.method();
            return HttpResponse.error(405, "use " + endpoint.method()).with("Allow", allow);
        }
        if (endpoint.audience() == Endpoints.Audience.DEBUG) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            HttpResponse refusal = access.checkDebug(exchange.getRemoteAddress(), authorization);
            if (refusal != null) {
                return refusal;
            }
        }
        return endpoint.work().answer(new Query(exchange.getRequestURI().getRawQuery()));
    }

    private static boolean isAllowed(String method, String asked) {
        return asked.equals(method) || (method.equals("GET") && asked.equals("HEAD"));
    }

    /** Stops at once; requests in progress are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

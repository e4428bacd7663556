package dev.wsdoc.server.http;

import dev.wsdoc.server.http.Endpoints.Endpoint;
import dev.wsdoc.server.manager.Manager;
import dev.wsdoc.server.manager.policy.CleanupFailedException;
import dev.wsdoc.server.manager.policy.Mishap;
import dev.wsdoc.server.setting.AccessRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What is answered to HTTP requests. What an answer tells is looked up at once, on the loop; it is written out on a thread of its own,
 * so that a large page holds up no socket. From construction to {@link #close}.
 */
public final class HttpService implements AutoCloseable {
    private final Access access;
    private final Map<String, Endpoint> endpoints;
    private final InstantSource clock;
    private final Logger log;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "wsdoc-http");
        thread.setDaemon(true);
        return thread;
    });

    /** @param rules who may see the debug endpoints */
    public HttpService(Manager manager, AccessRules rules, InstantSource clock, Logger log) {
        this.access = new Access(rules);
        this.endpoints = new Endpoints(manager).byPath();
        this.clock = clock;
        this.log = log;
    }

    /**
     * Answers. Loop thread only.
     *
     * @param keepAlive whether the connection stays open after it
     * @param answer gets the bytes to send, once, on another thread
     */
    public void answer(HttpRequest request, boolean keepAlive, Consumer<byte[]> answer) {
        Callable<HttpResponse> page = look(request);
        try {
            writer.execute(() -> answer.accept(write(page, request, keepAlive)));
        } catch (RejectedExecutionException e) {
            log.debug("{} is not answered: the server stops", request.target());
        }
    }

    private Callable<HttpResponse> look(HttpRequest request) {
        try {
            return route(request);
        } catch (BadParameterException e) {
            return () -> HttpResponse.error(400, String.valueOf(e.getMessage()));
        } catch (CleanupFailedException e) {
            log.warn("Cleanup on demand failed: {}", e.getMessage());
            return () -> HttpResponse.error(500, String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            HttpResponse answer = unexpected(request, e);
            return () -> answer;
        }
    }

    private HttpResponse unexpected(HttpRequest request, Throwable e) {
        Mishap.report(log, "Unexpected error answering {}", request.target(), e);
        return HttpResponse.error(500, "internal error");
    }

    private byte[] write(Callable<HttpResponse> page, HttpRequest request, boolean keepAlive) {
        try {
            return bytes(page.call(), request, keepAlive);
        } catch (Exception | OutOfMemoryError e) {
            return bytes(unexpected(request, e), request, keepAlive);
        }
    }

    private byte[] bytes(HttpResponse response, HttpRequest request, boolean keepAlive) {
        return response.encode(keepAlive, request.isHead(), clock.instant());
    }

    private Callable<HttpResponse> route(HttpRequest request) throws BadParameterException, CleanupFailedException {
        URI target = target(request);
        if (target == null) {
            return () -> HttpResponse.error(400, "the request's target is not a path");
        }
        String path = target.getPath() == null ? "" : target.getPath();
        Endpoint endpoint = endpoints.get(path);
        if (endpoint == null) {
            return () -> path.startsWith("/ws/")
                    ? HttpResponse.error(426, "this is a WebSocket path").with("Upgrade", "websocket")
                    : HttpResponse.error(404, "there is nothing at " + path);
        }
        if (!isAllowed(endpoint.method(), request.method())) {
            String allow = endpoint.method().equals("GET") ? "GET, HEAD" : endpoint.method();
            return () -> HttpResponse.error(405, "use " + endpoint.method()).with("Allow", allow);
        }
        HttpResponse refusal = endpoint.audience() == Endpoints.Audience.DEBUG ? access.checkDebug(request) : null;
        return refusal == null ? endpoint.work().look(new Query(target.getRawQuery())) : () -> refusal;
    }

    private static @Nullable URI target(HttpRequest request) {
        try {
            return new URI(request.target());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isAllowed(String method, String asked) {
        return asked.equals(method) || (method.equals("GET") && asked.equals("HEAD"));
    }

    /** Stops at once; what is being written out is not sent any more. */
    @Override
    public void close() {
        writer.shutdownNow();
    }
}

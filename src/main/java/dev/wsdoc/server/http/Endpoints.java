package dev.wsdoc.server.http;

import dev.wsdoc.model.ServerStats;
import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.manager.Manager;
import dev.wsdoc.server.manager.StatusPage;
import dev.wsdoc.server.manager.StatusPage.Filter;
import dev.wsdoc.server.manager.policy.CleanupFailedException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;

/** What each endpoint answers. On HTTP threads; asks the loop. */
final class Endpoints {
    private static final long MOST_ENDS = 50_000;

    private final LoopCalls loop;
    private final Manager manager;
    private final Metrics metrics = new Metrics();
    private final Logger log;

    Endpoints(EventLoop loop, Manager manager, Logger log) {
        this.loop = new LoopCalls(loop);
        this.manager = manager;
        this.log = log;
    }

    /** One endpoint's work. */
    @FunctionalInterface
    interface Work {
        HttpResponse answer(Query query) throws ExecutionException, TimeoutException, InterruptedException, IOException;
    }

    /** An endpoint: its method, whom it is for, and what it does. */
    record Endpoint(String method, Audience audience, Work work) {}

    /** Whom an endpoint is for. */
    enum Audience {
        ANYONE,
        DEBUG
    }

    /** All of them, by path. */
    Map<String, Endpoint> byPath() {
        return Map.of(
                "/", new Endpoint("GET", Audience.ANYONE, this::index),
                "/healthz", new Endpoint("GET", Audience.ANYONE, this::health),
                "/metrics", new Endpoint("GET", Audience.DEBUG, this::metrics),
                "/api/debug/websocket-status", new Endpoint("GET", Audience.DEBUG, this::status),
                "/api/debug/websocket-ends", new Endpoint("GET", Audience.DEBUG, this::ends),
                "/api/debug/cleanup-websockets", new Endpoint("POST", Audience.DEBUG, this::cleanup),
                "/api/debug/reset-rate-limits", new Endpoint("POST", Audience.DEBUG, this::resetRateLimits));
    }

    private HttpResponse index(Query query) {
        return HttpResponse.text("text/plain; charset=utf-8", """
                wsdoc reference server

                WebSocket  /ws/echo  /ws/customer/{session}  /ws/admin
                GET        /healthz  /metrics  /api/debug/websocket-status  /api/debug/websocket-ends
                POST       /api/debug/cleanup-websockets  /api/debug/reset-rate-limits
                """);
    }

    private HttpResponse health(Query query) throws ExecutionException, TimeoutException, InterruptedException {
        return loop.ask(() -> HttpResponse.json(200, Map.of("status", "ok")));
    }

    private HttpResponse metrics(Query query)
            throws ExecutionException, TimeoutException, InterruptedException, IOException {
        ServerStats stats = loop.ask(() -> manager.status(new StatusPage.Query(0, 0, Filter.ALL)));
        return HttpResponse.text(Metrics.CONTENT_TYPE, metrics.render(stats));
    }

    private HttpResponse status(Query query) throws ExecutionException, TimeoutException, InterruptedException {
        StatusPage.Query page = new StatusPage.Query(
                (int) query.number("offset", 0, 0, Integer.MAX_VALUE),
                (int) query.number("limit", 100, 0, StatusPage.MOST_ENTRIES),
                query.isOn("stale") ? Filter.STALE : Filter.ALL);
        return HttpResponse.json(200, loop.ask(() -> manager.status(page)));
    }

    private HttpResponse ends(Query query) throws ExecutionException, TimeoutException, InterruptedException {
        long after = query.number("after", 0, 0, Long.MAX_VALUE - 1);
        int limit = (int) query.number("limit", 1_000, 1, MOST_ENDS);
        return HttpResponse.json(200, loop.ask(() -> manager.ends(after, limit)));
    }

    private HttpResponse cleanup(Query query) throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return HttpResponse.json(200, loop.ask(manager::cleanup));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CleanupFailedException failed) {
                log.warn("Cleanup on demand failed: {}", failed.getMessage());
                return HttpResponse.error(500, String.valueOf(failed.getMessage()));
            }
            throw e;
        }
    }

    private HttpResponse resetRateLimits(Query query)
            throws ExecutionException, TimeoutException, InterruptedException {
        ServerStats stats = loop.ask(() -> {
            manager.resetRateLimits();
            return manager.status(new StatusPage.Query(0, 0, Filter.ALL));
        });
        return HttpResponse.json(200, Map.of("message", "Rate limits reset", "timestamp", stats.timestamp()));
    }
}

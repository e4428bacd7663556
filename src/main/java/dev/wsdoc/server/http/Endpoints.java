package dev.wsdoc.server.http;

import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.manager.Manager;
import dev.wsdoc.server.manager.StatusPage;
import dev.wsdoc.server.manager.StatusPage.Filter;
import dev.wsdoc.server.manager.policy.CleanupFailedException;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What each endpoint answers: it is looked up on the loop, as a snapshot that nobody changes, and written out later on another
 * thread.
 */
final class Endpoints {
    private static final long MOST_ENDS = 50_000;

    private final Manager manager;
    private final Metrics metrics = new Metrics();

    Endpoints(Manager manager) {
        this.manager = manager;
    }

    /** One endpoint's work. */
    @FunctionalInterface
    interface Work {
        /**
         * Takes the snapshot, on the loop; what is returned writes it out, on any thread.
         *
         * @throws BadParameterException when a parameter is wrong
         */
        Callable<HttpResponse> look(Query query) throws BadParameterException, CleanupFailedException;
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

    private Callable<HttpResponse> index(Query query) {
        return () -> HttpResponse.text("text/plain; charset=utf-8", """
                wsdoc reference server

                WebSocket  /ws/echo  /ws/customer/{session}  /ws/admin
                GET        /healthz  /metrics  /api/debug/websocket-status  /api/debug/websocket-ends
                POST       /api/debug/cleanup-websockets  /api/debug/reset-rate-limits
                """);
    }

    private Callable<HttpResponse> health(Query query) {
        return () -> HttpResponse.json(200, Map.of("status", "ok"));
    }

    private Callable<HttpResponse> metrics(Query query) {
        ServerStats stats = totals();
        return () -> HttpResponse.text(Metrics.CONTENT_TYPE, metrics.render(stats));
    }

    private ServerStats totals() {
        return manager.status(new StatusPage.Query(0, 0, Filter.ALL));
    }

    private Callable<HttpResponse> status(Query query) throws BadParameterException {
        ServerStats stats = manager.status(new StatusPage.Query(
                (int) query.number("offset", 0, 0, Integer.MAX_VALUE),
                (int) query.number("limit", 100, 0, StatusPage.MOST_ENTRIES),
                query.isOn("stale") ? Filter.STALE : Filter.ALL));
        return () -> HttpResponse.json(200, stats);
    }

    private Callable<HttpResponse> ends(Query query) throws BadParameterException {
        EndsPage page = manager.ends(
                query.number("after", 0, 0, Long.MAX_VALUE - 1), (int) query.number("limit", 1_000, 1, MOST_ENDS));
        return () -> HttpResponse.json(200, page);
    }

    private Callable<HttpResponse> cleanup(Query query) throws CleanupFailedException {
        CleanupAnswer answer = manager.cleanup();
        return () -> HttpResponse.json(200, answer);
    }

    private Callable<HttpResponse> resetRateLimits(Query query) {
        manager.resetRateLimits();
        ServerStats stats = totals();
        return () -> HttpResponse.json(200, Map.of("message", "Rate limits reset", "timestamp", stats.timestamp()));
    }
}

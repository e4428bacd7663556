package dev.wsdoc.checkup.judge;

import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who stands between client and server, as far as an answer's head tells. Pure. */
final class ProxyWords {
    /** What the Server header of those says that are mostly in front of something. */
    private static final List<String> PROXIES = List.of(
            "nginx",
            "openresty",
            "haproxy",
            "apache",
            "caddy",
            "envoy",
            "istio",
            "traefik",
            "varnish",
            "cloudflare",
            "cloudfront",
            "awselb",
            "akamai",
            "squid",
            "fly/",
            "vercel",
            "microsoft-azure",
            "google frontend",
            "gws",
            "ats/",
            "kong",
            "litespeed",
            "heroku",
            "vegur");

    private ProxyWords() {}

    /** Its name, such as {@code nginx/1.22.1} or {@code Via: 1.1 proxy}; null when nothing tells of one. */
    static @Nullable String between(UpgradeResponse head) {
        String via = head.header("Via");
        if (via != null) {
            return "a proxy (Via: " + via + ")";
        }
        String server = head.header("Server");
        return server != null && PROXIES.stream().anyMatch(server.toLowerCase(Locale.ROOT)::contains) ? server : null;
    }

    static String remedy(String proxy) {
        String name = proxy.toLowerCase(Locale.ROOT);
        if (name.contains("nginx") || name.contains("openresty")) {
            return "in the location: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade;"
                    + " proxy_set_header Connection \"upgrade\";";
        }
        if (name.contains("apache")) {
            return "load mod_proxy_wstunnel, or give ProxyPass upgrade=websocket";
        }
        if (name.contains("envoy") || name.contains("istio")) {
            return "list websocket in the connection manager's upgrade_configs";
        }
        return "let the proxy speak HTTP/1.1 to the server and pass on the Upgrade and Connection headers";
    }
}

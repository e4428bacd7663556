package dev.wsdoc.cli.chaos;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.evidence.CountSource;
import dev.wsdoc.evidence.JsonNumbersPage;
import dev.wsdoc.evidence.JsonStatusPage;
import dev.wsdoc.evidence.MetricsNumbersPage;
import dev.wsdoc.evidence.MetricsPage;
import dev.wsdoc.evidence.NumbersPage;
import dev.wsdoc.model.Secrets;
import dev.wsdoc.net.tls.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server that knows nothing of wsdoc says how many connections it has. */
final class CountOptions {
    @Option(
            names = "--status-url",
            paramLabel = "URL",
            description =
                    "The server's own status page in JSON; without --count wsdoc finds the number that moves with its"
                            + " connections.")
    private @Nullable String statusUrl;

    @Option(
            names = "--count",
            paramLabel = "/POINTER",
            description = "Where that page says how many connections are listed, such as /stats/total.")
    private @Nullable String count;

    @Option(
            names = "--stale",
            paramLabel = "/POINTER",
            description = "Where that page says how many of these are stale.")
    private @Nullable String stale;

    @Option(names = "--cleanup-url", paramLabel = "URL", description = "What makes the server clean up, by POST.")
    private @Nullable String cleanupUrl;

    @Option(
            names = "--cleaned",
            paramLabel = "/POINTER",
            description = "Where the answer to that says how many were cleaned.")
    private @Nullable String cleaned;

    @Option(
            names = "--metrics-url",
            paramLabel = "URL",
            description =
                    "The server's Prometheus metrics; without --metric wsdoc finds the gauge that moves with its connections."
                            + " /metrics on the server's port is tried without this option.")
    private @Nullable String metricsUrl;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "The gauge of listed connections there, such as 'ws_connections{state=\"open\"}'.")
    private @Nullable String metric;

    boolean isAsked() {
        return statusUrl != null || metricsUrl != null;
    }

    /**
     * A page of which it is not said where it counts; null when there is none.
     *
     * @param tls how to speak with https pages
     */
    @Nullable
    NumbersPage page(Tls tls) {
        refuseHalves();
        if (statusUrl != null && count == null) {
            return new JsonNumbersPage(
                    url("--status-url", statusUrl),
                    stale == null ? null : pointer("--stale", stale),
                    cleanupUrl == null ? null : url("--cleanup-url", cleanupUrl),
                    cleaned == null ? null : pointer("--cleaned", cleaned),
                    tls);
        }
        return metricsUrl != null && metric == null
                ? new MetricsNumbersPage(url("--metrics-url", metricsUrl), tls)
                : null;
    }

    /**
     * What was asked for; null when nothing was, or only a page.
     *
     * @param tls how to speak with https pages
     */
    @Nullable
    CountSource source(Tls tls) {
        refuseHalves();
        if (statusUrl != null && count != null) {
            JsonStatusPage page = new JsonStatusPage(
                    url("--status-url", statusUrl),
                    pointer("--count", count),
                    stale == null ? null : pointer("--stale", stale),
                    cleanupUrl == null ? null : url("--cleanup-url", cleanupUrl),
                    cleaned == null ? null : pointer("--cleaned", cleaned),
                    tls);
            return page;
        }
        if (metricsUrl != null && metric != null) {
            URI page = url("--metrics-url", metricsUrl);
            String name = metric;
            return CommandFailure.checkingUsage(() -> new MetricsPage(page, name, tls));
        }
        return null;
    }

    private void refuseHalves() {
        require("--count", count, "--status-url", statusUrl);
        require("--stale", stale, "--status-url", statusUrl);
        require("--cleanup-url", cleanupUrl, "--status-url", statusUrl);
        require("--cleaned", cleaned, "--cleanup-url", cleanupUrl);
        require("--metric", metric, "--metrics-url", metricsUrl);
        if (statusUrl != null && metricsUrl != null) {
            throw CommandFailure.wrongUsage("--status-url and --metrics-url both say where the counts are; give one");
        }
    }

    private static void require(String option, @Nullable String value, String other, @Nullable String needed) {
        if (value != null && needed == null) {
            throw CommandFailure.wrongUsage(option + " " + Secrets.maskUrl(value) + " needs " + other + " too");
        }
    }

    private static JsonPointer pointer(String option, String text) {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(
                    option + " '" + text + "' is no JSON pointer; it begins with a slash, such as" + " /stats/total");
        }
    }

    private static URI url(String option, String text) {
        try {
            URI uri = URI.create(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            String reason = e.getCause() instanceof URISyntaxException syntax ? ": " + syntax.getReason() : "";
            throw CommandFailure.wrongUsage(option + " '" + Secrets.maskUrl(text) + "' is not a URL" + reason);
        }
        throw CommandFailure.wrongUsage(option + " '" + Secrets.maskUrl(text) + "' is not an http or https URL");
    }
}

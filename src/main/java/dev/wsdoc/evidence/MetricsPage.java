package dev.wsdoc.evidence;

import dev.wsdoc.net.tls.Tls;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's metrics in Prometheus' text format; what is counted is the sum of all series of one name that bear the labels
 * asked for. Immutable.
 */
public final class MetricsPage implements CountSource {
    /** A name, its labels if there are any, a value. */
    static final Pattern SERIES =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{(.*)\\})?\\s+(\\S+)(?:\\s+-?[0-9]+)?");

    private static final Pattern ASKED = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final int MOST_SHOWN = 12;

    private final URI url;
    private final String metric;
    private final String name;
    private final Set<String> labels;
    private final Tls tls;

    /**
     * A metric on a page.
     *
     * @param metric such as {@code ws_connections{state="open"}}
     * @param tls how to speak with an https page
     * @throws IllegalArgumentException when the metric is not written like that
     */
    public MetricsPage(URI url, String metric, Tls tls) {
        Matcher asked = ASKED.matcher(metric.strip());
        if (!asked.matches()) {
            throw new IllegalArgumentException("'" + metric + "' is not a metric like ws_connections{state=\"open\"}");
        }
        this.url = url;
        this.metric = metric;
        this.tls = tls;
        this.name = asked.group(1);
        this.labels = labels(asked.group(2) == null ? "" : asked.group(2));
    }

    private static Set<String> labels(String text) {
        Set<String> labels = new TreeSet<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.add(label.group(1) + "=" + label.group(2));
        }
        return labels;
    }

    @Override
    public String path() {
        return url.getPath();
    }

    @Override
    public Answer<Counts> ask() {
        try {
            return sum(JsonStatusPage.send("GET", url, tls).body().lines().toList());
        } catch (IOException e) {
            return new Answer.Missing<>(String.valueOf(e.getMessage()));
        }
    }

    private Answer<Counts> sum(List<String> lines) {
        double sum = 0;
        int found = 0;
        Set<String> there = new TreeSet<>();
        for (String line : lines) {
            Matcher series = SERIES.matcher(line.strip());
            if (!line.startsWith("#") && series.matches()) {
                there.add(series.group(2) == null ? series.group(1) : series.group(1) + "{" + series.group(2) + "}");
                if (isAskedFor(series)) {
                    Double value = PrometheusNumber.parse(series.group(3));
                    if (value == null || !Double.isFinite(value)) {
                        return new Answer.Useless<>(
                                url + " says that " + metric + " is " + series.group(3) + ", which counts nothing");
                    }
                    sum += value;
                    found++;
                }
            }
        }
        return found > 0
                ? new Answer.Given<>(new Counts(Math.round(sum), null))
                : new Answer.Missing<>(url + " has no " + metric + "; there is " + shown(there));
    }

    private boolean isAskedFor(Matcher series) {
        return series.group(1).equals(name)
                && labels(series.group(2) == null ? "" : series.group(2)).containsAll(labels);
    }

    private String shown(Set<String> there) {
        if (there.isEmpty()) {
            return "no metric at all";
        }
        List<String> likely = there.stream().filter(this::isLikely).toList();
        return String.join(
                ", ",
                (likely.isEmpty() ? List.copyOf(there) : likely)
                        .stream().limit(MOST_SHOWN).toList());
    }

    private boolean isLikely(String series) {
        return series.startsWith(name) || series.contains("conn") || series.contains("socket");
    }
}

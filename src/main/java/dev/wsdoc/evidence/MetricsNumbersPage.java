package dev.wsdoc.evidence;

import dev.wsdoc.net.tls.Tls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/** A server's metrics in Prometheus' text format, of which it is not known which one counts; each name's sum comes before its series. */
public record MetricsNumbersPage(URI url, Tls tls) implements NumbersPage {
    private static final double EXACT_UP_TO = 1L << 53; // of the whole numbers that a double may be

    @Override
    public PageNumbers read(Duration deadline) throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        JsonStatusPage.send("GET", url, deadline, tls).body().lines().forEach(line -> {
            Matcher series = MetricsPage.SERIES.matcher(line.strip());
            Double value = !line.startsWith("#") && series.matches() ? PrometheusNumber.parse(series.group(3)) : null;
            if (value != null) {
                values.merge(series.group(1), value, Double::sum);
                if (series.group(2) != null) {
                    values.put(series.group(1) + "{" + series.group(2) + "}", value);
                }
            }
        });
        Map<String, Long> numbers = new LinkedHashMap<>();
        values.forEach((place, value) -> {
            if (Math.abs(value) < EXACT_UP_TO && value == Math.rint(value)) { // neither NaN nor an infinity
                numbers.put(place, value.longValue());
            }
        });
        return new PageNumbers(numbers);
    }

    @Override
    public CountSource at(String place) {
        return new MetricsPage(url, place, tls);
    }

    @Override
    public String option() {
        return "--metric";
    }
}

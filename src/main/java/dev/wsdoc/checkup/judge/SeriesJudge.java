package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Moment;
import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether every connection of a series was served as the first one. Pure. */
final class SeriesJudge {
    private SeriesJudge() {}

    /** Nothing where there was but one. */
    static List<Finding> findings(List<Visit> series) {
        if (series.size() < 2) {
            return List.of();
        }
        String expected = "all " + series.size() + " connections are opened and answered";
        List<Visit> lost = series.stream().filter(SeriesJudge::isLost).toList();
        if (lost.isEmpty()) {
            return List.of(Questions.SERIES.pass(expected, "all of them"));
        }
        Map<String, Long> reasons =
                lost.stream().collect(Collectors.groupingBy(SeriesJudge::reason, TreeMap::new, Collectors.counting()));
        String observed = reasons.entrySet().stream()
                .map(reason -> reason.getValue() + " times: " + reason.getKey())
                .collect(Collectors.joining("; "));
        return List.of(Questions.SERIES.fail(
                expected,
                lost.size() + " of " + series.size() + " were not; " + observed,
                "see whether one of several servers behind the address is ill, or a limit is reached"));
    }

    private static boolean isLost(Visit visit) {
        return visit.failure() != null || visit.pong() == Visit.Reply.NONE || !visit.had(Moment.UPGRADED);
    }

    private static String reason(Visit visit) {
        return visit.had(Moment.UPGRADED) ? "no pong" : Words.failure(visit);
    }
}

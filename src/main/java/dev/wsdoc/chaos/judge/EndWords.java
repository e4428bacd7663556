package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.victim.InnocentEnd;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How connections ended, in words: those that ended alike are counted together, and of many kinds the most frequent are told. Pure. */
final class EndWords {
    private static final int MOST_KINDS = 4;

    private EndWords() {}

    /** Such as {@code 2 ended with close code 1011 'oops' during abrupt, 1 reset}. */
    static String of(List<InnocentEnd> ends) {
        return ofWords(ends.stream().map(InnocentEnd::words).toList());
    }

    static String ofWords(List<String> words) {
        Map<String, Long> counts =
                words.stream().collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
        List<Map.Entry<String, Long>> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .toList();
        String told = most.stream()
                .limit(MOST_KINDS)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        long others =
                most.stream().skip(MOST_KINDS).mapToLong(Map.Entry::getValue).sum();
        return others == 0 ? told : told + ", " + others + " otherwise";
    }
}

package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Category;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds up judged entries: how many of which category at which level, and which sentences were said most often. Its memory is bounded:
 * of the sentences only those are kept that occur often or need a human. One thread.
 */
public final class AuditSummary implements Consumer<Judged> {
    private static final int KEPT_SENTENCES = 1_000;
    private static final Comparator<NoisySentence> OFTEN_FIRST = Comparator.comparingLong(NoisySentence::incidents)
            .reversed()
            .thenComparingLong(sentence -> sentence.example().line());

    private final Map<Kept, Tally> cells = new HashMap<>();
    private final Map<Said, NoisySentence> sentences = new HashMap<>();
    private String source = "";
    private long incidents;
    private long lines;
    private long noise;
    private long needsHuman;
    private long unexpectedErrors;
    private long unknown;

    /** One cell of the table of category and level. */
    public record Cell(
            @Nullable Category category, @Nullable Level level, long incidents, long lines) {}

    private record Kept(
            @Nullable Category category, @Nullable Level level) {}

    private record Said(
            @Nullable Category category, @Nullable Level level, String sentence) {}

    private record Tally(long incidents, long lines) {
        Tally plus(LogEntry entry) {
            return new Tally(incidents + 1, lines + entry.lines());
        }
    }

    /** The entries to come are from this log. */
    public void from(String log) {
        source = log;
    }

    @Override
    public void accept(Judged judged) {
        LogEntry entry = judged.entry();
        incidents++;
        lines += entry.lines();
        noise += judged.isNoise() ? 1 : 0;
        needsHuman += judged.needsHuman() ? 1 : 0;
        unexpectedErrors += judged.isUnexpectedError() ? 1 : 0;
        unknown += judged.isUnknown() ? 1 : 0;
        cells.merge(
                new Kept(judged.category(), entry.level()), new Tally(1, entry.lines()), (old, one) -> old.plus(entry));
        if (judged.category() != null || judged.isUnknown()) {
            count(judged);
        }
    }

    /** Entries, each of one line or more. */
    public long incidents() {
        return incidents;
    }

    public long lines() {
        return lines;
    }

    /** Entries that are expected disconnects, but louder than DEBUG. */
    public long noise() {
        return noise;
    }

    /** Entries that are no expected disconnects: errors, or resources that ran out. */
    public long needsHuman() {
        return needsHuman;
    }

    /** Entries that call themselves unexpected errors, or are ones. */
    public long unexpectedErrors() {
        return unexpectedErrors;
    }

    /** Entries that look like trouble and that no rule knows. */
    public long unknown() {
        return unknown;
    }

    /** What there is of each category and level, without empty cells; null stands for no category, and for no level. */
    public List<Cell> cells() {
        return cells.entrySet().stream()
                .map(cell -> new Cell(
                        cell.getKey().category(),
                        cell.getKey().level(),
                        cell.getValue().incidents(),
                        cell.getValue().lines()))
                .sorted(Comparator.comparing(Cell::category, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Cell::level, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** The sentences said most often, among those that tell of a disconnect or look like trouble. */
    public List<NoisySentence> noisiest(int most) {
        return sentences.values().stream().sorted(OFTEN_FIRST).limit(most).toList();
    }

    private void count(Judged judged) {
        Said said = new Said(
                judged.category(),
                judged.entry().level(),
                Sentence.of(judged.entry().text()));
        sentences.merge(said, NoisySentence.first(said.sentence(), judged, source), (old, one) -> old.again(judged));
        if (sentences.size() >= 2 * KEPT_SENTENCES) {
            thinOut();
        }
    }

    /** Noise does not crowd out what needs a human, nor the other way round. */
    private void thinOut() {
        Map<Boolean, List<Map.Entry<Said, NoisySentence>>> rarest = sentences.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(OFTEN_FIRST))
                .skip(KEPT_SENTENCES)
                .collect(Collectors.partitioningBy(
                        said -> said.getValue().judged().needsHuman()));
        Stream.concat(
                        rarest.getOrDefault(false, List.of()).stream(),
                        rarest.getOrDefault(true, List.of()).stream().skip(KEPT_SENTENCES / 2))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(sentences::remove);
    }
}

package dev.wsdoc.logaudit.rule;

import java.util.BitSet;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** A {@link Match} with its literals as numbers, so that it can be tested against those that occur. Immutable. */
final class Conditions {
    private final BitSet any;
    private final BitSet also;
    private final BitSet all;
    private final Row[] rows;
    private final Pattern[] regex;

    /** Not a record: what it has is compared with nothing. */
    private static final class Row {
        final BitSet[] words;
        final int within;

        Row(Near near, ToIntFunction<String> numbers) {
            this.words = near.words().stream().map(words -> set(words, numbers)).toArray(BitSet[]::new);
            this.within = near.within();
        }
    }

    Conditions(Match match, ToIntFunction<String> numbers) {
        this.any = set(match.any(), numbers);
        this.also = set(match.also(), numbers);
        this.all = set(match.all(), numbers);
        this.rows = match.near().stream().map(near -> new Row(near, numbers)).toArray(Row[]::new);
        this.regex = match.regex().toArray(Pattern[]::new);
    }

    /** Whether a text has everything that is asked for. */
    boolean areMet(Hits hits, String text) {
        BitSet found = hits.found();
        boolean words = hasOne(any, found) && hasOne(also, found) && hasAll(found);
        return words && ((rows.length == 0 && regex.length == 0) || hasRow(hits) || findsAny(text));
    }

    /** Whether a text has any part of what is asked for. */
    boolean areTouched(Hits hits, String text) {
        return any.intersects(hits.found())
                || (!all.isEmpty() && hasAll(hits.found()))
                || hasRow(hits)
                || findsAny(text);
    }

    private static boolean hasOne(BitSet wanted, BitSet found) {
        return wanted.isEmpty() || wanted.intersects(found);
    }

    private boolean hasAll(BitSet found) {
        for (int id = all.nextSetBit(0); id >= 0; id = all.nextSetBit(id + 1)) {
            if (!found.get(id)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasRow(Hits hits) {
        for (Row row : rows) {
            if (hits.follow(row.words, row.within)) {
                return true;
            }
        }
        return false;
    }

    private boolean findsAny(String text) {
        for (Pattern pattern : regex) {
            if (pattern.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    private static BitSet set(Collection<String> literals, ToIntFunction<String> numbers) {
        BitSet set = new BitSet();
        literals.forEach(literal -> set.set(numbers.applyAsInt(literal)));
        return set;
    }
}

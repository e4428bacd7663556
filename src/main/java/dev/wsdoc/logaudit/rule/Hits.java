package dev.wsdoc.logaudit.rule;

import java.util.Arrays;
import java.util.BitSet;

/** Which literals occur in a text, and where. Mutable while the text is searched, by one thread. */
final class Hits {
    private final BitSet found;
    private int[] literals = new int[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    /** Of that many literals. */
    Hits(int literals) {
        found = new BitSet(literals);
    }

    /** Another occurrence; they come in the order of their ends. */
    void add(int literal, int start, int end) {
        if (count == literals.length) {
            literals = Arrays.copyOf(literals, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        found.set(literal);
        literals[count] = literal;
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    BitSet found() {
        return found;
    }

    /** Whether a literal of each set follows one of the set before it, with at most {@code within} characters between. */
    boolean follow(BitSet[] sets, int within) {
        for (BitSet set : sets) {
            if (!set.intersects(found)) {
                return false;
            }
        }
        for (int i = 0; i < count; i++) {
            if (sets[0].get(literals[i]) && followFrom(i, sets, 1, within)) {
                return true;
            }
        }
        return false;
    }

    private boolean followFrom(int previous, BitSet[] sets, int next, int within) {
        if (next == sets.length) {
            return true;
        }
        for (int i = previous + 1; i < count; i++) {
            int gap = starts[i] - ends[previous];
            boolean fits = gap >= 0 && gap <= within && sets[next].get(literals[i]);
            if (fits && followFrom(i, sets, next + 1, within)) {
                return true;
            }
        }
        return false;
    }
}

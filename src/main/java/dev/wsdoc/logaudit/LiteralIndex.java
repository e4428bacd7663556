package dev.wsdoc.logaudit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Finds which of many literals occur in a text, in one pass: the automaton of Aho and Corasick (CACM 18, 1975), with all transitions
 * computed beforehand. Its table has few columns because characters share classes; all those beyond ASCII share eight. Immutable.
 */
final class LiteralIndex {
    private static final int NONE = -1;
    private static final int FOREIGN_CLASSES = 8;
    private static final int MOST_STATES = 1 << Character.SIZE;

    private final List<Literal> literals;

    /** Class of each ASCII character; 0 for those that no literal has. */
    private final char[] classOf = new char[128];

    /** The first class of the characters beyond ASCII. */
    private final int foreign;

    /** A row of the table has two to the power of this classes. */
    private final int shift;

    private final char[] next;

    /** The literals that end in a state: the first one, and after each literal another one. */
    private final int[] firstEnding;

    private final int[] alsoEnding;

    LiteralIndex(List<Literal> literals) {
        this.literals = List.copyOf(literals);
        this.foreign = classify();
        this.shift = 32 - Integer.numberOfLeadingZeros(foreign + FOREIGN_CLASSES - 1);
        int most = 1
                + literals.stream().mapToInt(literal -> literal.word().length()).sum();
        firstEnding = filled(most);
        alsoEnding = filled(literals.size());
        char[] table = new char[most << shift];
        int states = insertAll(table);
        next = Arrays.copyOf(table, states << shift);
        link(states);
    }

    /** Whether any literal occurs. */
    boolean occursIn(String text) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = next[state << shift | classOf(text.charAt(i))];
            for (int id = firstEnding[state]; id != NONE; id = alsoEnding[id]) {
                if (literals.get(id).standsAt(text, i + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All occurrences of all literals, in the order of their ends. */
    Hits find(String text) {
        Hits hits = new Hits();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = next[state << shift | classOf(text.charAt(i))];
            for (int id = firstEnding[state]; id != NONE; id = alsoEnding[id]) {
                Literal literal = literals.get(id);
                if (literal.standsAt(text, i + 1)) {
                    hits.add(id, i + 1 - literal.word().length(), i + 1);
                }
            }
        }
        return hits;
    }

    private int classOf(char c) {
        return c < classOf.length ? classOf[c] : foreign + Character.toLowerCase(c) % FOREIGN_CLASSES;
    }

    private int classify() {
        int count = 1;
        for (Literal literal : literals) {
            for (char c : literal.word().toCharArray()) {
                if (c < classOf.length && classOf[c] == 0) {
                    classOf[c] = (char) count++;
                    classOf[Character.toUpperCase(c)] = classOf[c];
                }
            }
        }
        return count;
    }

    private int insertAll(char[] table) {
        int states = 1;
        for (int id = 0; id < literals.size(); id++) {
            int state = 0;
            for (char c : literals.get(id).word().toCharArray()) {
                int edge = state << shift | classOf(c);
                if (table[edge] == 0) {
                    table[edge] = (char) states++;
                }
                if (states >= MOST_STATES) {
                    throw new IllegalArgumentException("the literals of the rules have too many characters: " + states);
                }
                state = table[edge];
            }
            alsoEnding[id] = firstEnding[state];
            firstEnding[state] = id;
        }
        return states;
    }

    /** Fills in where to go on after a mismatch: from the longest suffix that is the beginning of a literal too. */
    private void link(int states) {
        int[] suffix = new int[states];
        Queue<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            if (state != 0) {
                appendEndings(state, suffix[state]);
            }
            for (int c = 0; c < 1 << shift; c++) {
                int edge = state << shift | c;
                int child = next[edge];
                int fallback = state == 0 ? 0 : next[suffix[state] << shift | c];
                if (child == 0) {
                    next[edge] = (char) fallback;
                } else {
                    suffix[child] = fallback;
                    queue.add(child);
                }
            }
        }
    }

    /** What ends in a suffix of a state's text ends in that state too. */
    private void appendEndings(int state, int suffix) {
        if (firstEnding[state] == NONE) {
            firstEnding[state] = firstEnding[suffix];
            return;
        }
        int last = firstEnding[state];
        while (alsoEnding[last] != NONE) {
            last = alsoEnding[last];
        }
        alsoEnding[last] = firstEnding[suffix];
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }
}

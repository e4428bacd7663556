package dev.wsdoc.logaudit.rule;

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

    /** The apostrophe as Windows and macOS write it. */
    static final char TYPOGRAPHIC = '\u2019';

    /** In the table, a mark of the states in which a literal ends; what is left of a char numbers the states. */
    private static final int ENDS = 1 << 15;

    private final Literal[] literals;

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
        this.literals = literals.toArray(Literal[]::new);
        this.foreign = classify();
        this.shift = 32 - Integer.numberOfLeadingZeros(foreign + FOREIGN_CLASSES - 1);
        int most = 1
                + literals.stream().mapToInt(literal -> literal.word().length()).sum();
        firstEnding = filled(most);
        alsoEnding = filled(literals.size());
        char[] table = new char[most << shift];
        int states = insertAll(table);
        next = new char[states << shift];
        renumber(table, states);
        link(states);
        markEndings();
    }

    /** Whether any literal occurs. */
    boolean occursIn(String text) {
        char[] chars = text.toCharArray(); // faster than asking the string for each
        int state = 0;
        for (int i = 0; i < chars.length; i++) {
            int edge = next[state << shift | classOf(chars[i])];
            state = edge & ~ENDS;
            if (edge != state && endsAt(state, text, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsAt(int state, String text, int end) {
        for (int id = firstEnding[state]; id != NONE; id = alsoEnding[id]) {
            if (literals[id].standsAt(text, end)) {
                return true;
            }
        }
        return false;
    }

    /** All occurrences of all literals, in the order of their ends. */
    Hits find(String text) {
        Hits hits = new Hits(literals.length);
        char[] chars = text.toCharArray();
        int state = 0;
        for (int i = 0; i < chars.length; i++) {
            int edge = next[state << shift | classOf(chars[i])];
            state = edge & ~ENDS;
            if (edge != state) {
                add(hits, state, text, i + 1);
            }
        }
        return hits;
    }

    private void add(Hits hits, int state, String text, int end) {
        for (int id = firstEnding[state]; id != NONE; id = alsoEnding[id]) {
            Literal literal = literals[id];
            if (literal.standsAt(text, end)) {
                hits.add(id, end - literal.word().length(), end);
            }
        }
    }

    private int classOf(char c) {
        if (c < classOf.length) {
            return classOf[c];
        }
        return c == TYPOGRAPHIC ? classOf['\''] : foreign + Character.toLowerCase(c) % FOREIGN_CLASSES;
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
        classOf['\n'] = classOf[' ']; // texts are wrapped anywhere
        return count;
    }

    private int insertAll(char[] table) {
        int states = 1;
        for (int id = 0; id < literals.length; id++) {
            int state = 0;
            for (char c : literals[id].word().toCharArray()) {
                int edge = state << shift | classOf(c);
                if (table[edge] == 0) {
                    table[edge] = (char) states++;
                }
                if (states >= ENDS) {
                    throw new IllegalArgumentException("the literals of the rules have too many characters: " + states);
                }
                state = table[edge];
            }
            alsoEnding[id] = firstEnding[state];
            firstEnding[state] = id;
        }
        return states;
    }

    /**
     * Copies the tree breadth first. Most texts never get far from its root, and what they visit is then together in the processor's
     * cache.
     */
    private void renumber(char[] table, int states) {
        int[] order = new int[states];
        int[] endings = Arrays.copyOf(firstEnding, states);
        int known = 1;
        for (int state = 0; state < known; state++) {
            firstEnding[state] = endings[order[state]];
            for (int c = 0; c < 1 << shift; c++) {
                int child = table[order[state] << shift | c];
                if (child != 0) {
                    next[state << shift | c] = (char) known;
                    order[known++] = child;
                }
            }
        }
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

    private void markEndings() {
        for (int edge = 0; edge < next.length; edge++) {
            if (firstEnding[next[edge]] != NONE) {
                next[edge] = (char) (next[edge] | ENDS);
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

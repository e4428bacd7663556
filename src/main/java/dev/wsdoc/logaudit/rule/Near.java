package dev.wsdoc.logaudit.rule;

import java.util.List;

/**
 * Words that must follow each other: one of each list, in the order of the lists.
 *
 * @param words two lists at least, of literals as in {@link Match}
 * @param within how many characters may lie between one word and the next, at most
 */
public record Near(List<List<String>> words, int within) {
    public Near {
        words = words.stream().map(List::copyOf).toList();
        if (words.size() < 2 || words.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("near needs two lists of words at least, and none empty");
        }
        if (within < 1) {
            throw new IllegalArgumentException("within " + within + ": at least 1 character");
        }
    }
}

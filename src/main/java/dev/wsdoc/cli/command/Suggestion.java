package dev.wsdoc.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which known name a mistyped one was probably meant to be. */
public final class Suggestion {
    private Suggestion() {}

    /** The nearest name, when no more than a third of its letters differ. */
    static Optional<String> of(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(typed, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    /** The nearest name as a question to append to a complaint; empty when none is near. */
    public static String question(String typed, Collection<String> known) {
        return of(typed, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment distance). */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
        int least = cost[i - 1][j - 1] + (isSame ? 0 : 1);
        least = Math.min(least, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean isSwapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwapped ? Math.min(least, 1 + cost[i - 2][j - 2]) : least;
    }
}

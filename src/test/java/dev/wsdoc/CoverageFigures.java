package dev.wsdoc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints how much of the code the tests reach, from JaCoCo's table, and fails below the limits that the build gives: {@code
 * CoverageFigures jacoco.csv all=90 cli=85 ...}, branches in percent, of a package with its rooms.
 */
public final class CoverageFigures {
    private static final String ROOT = "dev.wsdoc.";

    private final List<String[]> rows = new ArrayList<>();

    private CoverageFigures(Path table) throws IOException {
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split(",", -1);
            if (!cells[1].equals("PACKAGE")) {
                rows.add(cells);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        CoverageFigures figures = new CoverageFigures(Path.of(args[0]));
        boolean isEnough = true;
        for (String limit : List.of(args).subList(1, args.length)) {
            String[] words = limit.split("=", 2);
            isEnough &= figures.print(words[0], Double.parseDouble(words[1]));
        }
        if (!isEnough) {
            throw new IllegalStateException("branch coverage is below its limit");
        }
    }

    private boolean print(String name, double least) {
        double lines = percent(name, 7);
        double branches = percent(name, 5);
        boolean isEnough = branches >= least;
        System.out.printf(
                Locale.ROOT,
                "coverage %-10s lines %5.1f %%  branches %5.1f %%  (at least %.0f)%s%n",
                name,
                lines,
                branches,
                least,
                isEnough ? "" : "  TOO LOW");
        return isEnough;
    }

    /** The column before holds what was missed. */
    private double percent(String name, int missed) {
        long no = 0;
        long yes = 0;
        for (String[] row : rows) {
            if (name.equals("all") || (row[1] + ".").startsWith(ROOT + name + ".")) {
                no += Long.parseLong(row[missed]);
                yes += Long.parseLong(row[missed + 1]);
            }
        }
        return no + yes == 0 ? 100 : 100.0 * yes / (no + yes);
    }
}

package dev.wsdoc.cli.command;

import dev.wsdoc.report.Table;
import dev.wsdoc.report.TextStyle;
import dev.wsdoc.server.Defect;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --defect}: a disease for the reference server. */
public final class DefectOption {
    private static final String LIST = "list";

    @Option(
            names = "--defect",
            paramLabel = "NAME",
            description = "Give the server a named disease, to see that an examination finds it; 'list' explains each.")
    private @Nullable String name;

    /** The disease asked for, {@link Defect#NONE} without one. */
    public Defect defect() {
        return name == null ? Defect.NONE : CommandFailure.checkingUsage(() -> Defect.parse(String.valueOf(name)));
    }

    /** Whether the diseases are to be explained, and nothing is to be run. */
    public boolean asksForList() {
        return LIST.equals(name);
    }

    /** What each disease is, and which faults show it. */
    public static List<String> list(TextStyle style) {
        Table table = new Table(List.of("defect", "shown by", "what is wrong"));
        Defect.named()
                .forEach(defect -> table.row(
                        defect.label(),
                        defect.isHealthy()
                                ? "nothing"
                                : String.join(
                                        ", ", defect.shownBy().stream().sorted().toList()),
                        defect.explanation()));
        return table.lines(style, 0);
    }
}

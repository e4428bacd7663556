package dev.wsdoc.cli.chaos;

import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Profile;
import dev.wsdoc.report.TextLines;
import dev.wsdoc.report.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Faults for people, by profile. Stateless. */
final class FaultsText {
    private static final int INDENT = 2;
    private static final int DETAIL_INDENT = 4;

    private FaultsText() {}

    static List<String> lines(List<Fault> faults, TextStyle style) {
        TextLines lines = new TextLines(style);
        for (Profile profile : Profile.values()) {
            List<Fault> members =
                    faults.stream().filter(fault -> fault.profile() == profile).toList();
            if (!members.isEmpty()) {
                lines.heading(profile.label() + ": " + profile.danger());
                members.forEach(fault -> add(fault, lines));
            }
        }
        List<String> all = new ArrayList<>(lines.all());
        if (!all.isEmpty()) {
            all.remove(0); // the blank line above the first heading
        }
        return all;
    }

    private static void add(Fault fault, TextLines lines) {
        lines.add(" ".repeat(INDENT) + lines.style().palette().strong(fault.name()));
        lines.labelled(DETAIL_INDENT, "wire     ", fault.card().wire());
        lines.labelled(DETAIL_INDENT, "healthy  ", fault.card().healthy());
        lines.labelled(DETAIL_INDENT, "judged   ", fault.card().judged());
        Expectation expectation = fault.card().expectation();
        if (expectation != null && !expectation.source().isEmpty()) {
            lines.labelled(DETAIL_INDENT, "source   ", expectation.source());
        }
    }
}

package dev.wsdoc.cli.convert;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.Suggestion;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A set of faults as it is asked for: one profile by its name, or {@code all} of them. Stateless. */
public final class ProfileChoice {
    private static final String ALL = "all";

    private ProfileChoice() {}

    /** The faults of that profile, the harmless ones first. */
    public static List<Fault> faults(String name) {
        if (!names().contains(name)) {
            throw CommandFailure.wrongUsage("there is no profile '" + name + "'" + Suggestion.question(name, names())
                    + " (there are " + String.join(", ", names()) + ")");
        }
        return Fault.all().stream()
                .filter(fault -> name.equals(ALL) || fault.profile().label().equals(name))
                .toList();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(
                Arrays.stream(Profile.values()).map(Profile::label).toList());
        names.add(ALL);
        return names;
    }
}

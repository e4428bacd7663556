package dev.wsdoc.swarm;

import java.util.List;

/**
 * What became of a cohort's connects: a failed one is a result that is counted.
 *
 * @param open the members that are open, in the order of their cohort
 */
public record Opening(List<Member> open, List<OpenFailure> failures) {
    public Opening {
        open = List.copyOf(open);
        failures = List.copyOf(failures);
    }
}

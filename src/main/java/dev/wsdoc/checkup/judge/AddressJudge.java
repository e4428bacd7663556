package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Moment;
import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Whether every address that a name leads to is served. Pure. */
final class AddressJudge {
    private static final String EXPECTED = "a connection at each address: clients choose among them (RFC 8305)";

    private AddressJudge() {}

    /** Nothing where there is but one. */
    static List<Finding> findings(List<Visit> addresses) {
        if (addresses.size() < 2) {
            return List.of();
        }
        List<Visit> dead =
                addresses.stream().filter(visit -> !visit.had(Moment.CONNECTED)).toList();
        if (dead.isEmpty()) {
            return List.of(
                    Questions.ADDRESSES.pass(EXPECTED, "all " + addresses.size() + " addresses accept connections"));
        }
        String observed = dead.stream()
                .map(visit -> visit.address().getHostAddress() + ": " + Words.failure(visit))
                .collect(Collectors.joining("; "));
        if (addresses.stream().allMatch(visit -> visit.address().isLoopbackAddress())) {
            return List.of(Questions.ADDRESSES.pass(EXPECTED, observed + "; which concerns this machine only"));
        }
        return List.of(Questions.ADDRESSES.warn(
                EXPECTED,
                observed,
                "let the server listen there, or take " + Amount.word(dead.size(), "the address", "these addresses")
                        + " out of the name's DNS records; until then clients that try "
                        + Amount.word(dead.size(), "it", "them") + " first wait or fail"));
    }
}

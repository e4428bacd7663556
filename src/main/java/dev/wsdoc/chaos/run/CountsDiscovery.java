package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.CountsProbe;
import dev.wsdoc.chaos.observe.ForeignCountsProbe;
import dev.wsdoc.chaos.observe.ReferenceCountsProbe;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.model.ServerStats;
import org.jspecify.annotations.Nullable;

/**
 * Finds out once, before any connection is made, where the server says how many connections it has.
 *
 * @param probe of the one kind of counts that this experiment has
 * @param missing why wsdoc's own status page is not there; empty when it is
 */
record CountsDiscovery(CountsProbe probe, String missing) {
    /**
     * Asks; blocks for at most 20 s.
     *
     * @throws CannotRunException when a page that was named does not say what it was asked for, with what is there
     */
    static CountsDiscovery of(ChaosPlan plan, ExperimentClock clock) throws CannotRunException {
        DebugEndpoint endpoint = new DebugEndpoint(
                plan.target(), plan.evidence().token(), plan.profile().tls());
        Answer<ServerStats> own = endpoint.status(0, 1);
        CountSource source = plan.evidence().counts();
        Counts first = source == null ? null : first(source);
        if (own instanceof Answer.Given<ServerStats> given) {
            return new CountsDiscovery(new ReferenceCountsProbe(endpoint, given.value(), clock), "");
        }
        String missing = own instanceof Answer.Missing<ServerStats> reason ? reason.reason() : "";
        CountsProbe other = source == null || first == null
                ? new CountsProbe.None()
                : new ForeignCountsProbe(source, first, clock, plan.limits().detectWithin());
        return new CountsDiscovery(other, missing);
    }

    private static @Nullable Counts first(CountSource source) throws CannotRunException {
        Answer<Counts> answer = source.ask();
        if (answer instanceof Answer.Missing<Counts> missing) {
            throw new CannotRunException(missing.reason());
        }
        return answer instanceof Answer.Given<Counts> given ? given.value() : null;
    }
}

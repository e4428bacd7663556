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
        CountsProbe foreign = source == null ? new CountsProbe.None("") : foreign(source, plan, clock);
        if (own instanceof Answer.Given<ServerStats> given) {
            foreign.close();
            return new CountsDiscovery(new ReferenceCountsProbe(endpoint, given.value(), clock), "");
        }
        return new CountsDiscovery(foreign, own instanceof Answer.Missing<ServerStats> reason ? reason.reason() : "");
    }

    private static CountsProbe foreign(CountSource source, ChaosPlan plan, ExperimentClock clock)
            throws CannotRunException {
        Answer<Counts> answer = source.ask();
        if (answer instanceof Answer.Given<Counts> given) {
            return new ForeignCountsProbe(
                    source, given.value(), clock, plan.limits().detectWithin());
        }
        if (answer instanceof Answer.Useless<Counts> useless) {
            return new CountsProbe.None(useless.reason());
        }
        throw new CannotRunException(answer instanceof Answer.Missing<Counts> missing ? missing.reason() : "");
    }
}

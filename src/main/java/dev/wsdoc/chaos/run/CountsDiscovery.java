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
import dev.wsdoc.evidence.MetricsNumbersPage;
import dev.wsdoc.evidence.NumbersPage;
import dev.wsdoc.evidence.PageNumbers;
import dev.wsdoc.model.ServerStats;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out once, before the experiment's connections are made, where the server says how many it has.
 *
 * @param probe of the one kind of counts that this experiment has
 * @param missing why wsdoc's own status page is not there; empty when it is
 * @param notes what was found without being named, for the report
 */
record CountsDiscovery(CountsProbe probe, String missing, List<String> notes) {
    private static final Logger LOG = LoggerFactory.getLogger(CountsDiscovery.class);
    private static final String METRICS = "/metrics"; // where Prometheus looks if it is not told otherwise

    /**
     * Asks; blocks for at most 25 s.
     *
     * @throws CannotRunException when a page that was named does not say what it was asked for, with what is there
     */
    static CountsDiscovery of(ChaosPlan plan, ExperimentClock clock, CountsFinder finder) throws CannotRunException {
        DebugEndpoint endpoint = new DebugEndpoint(
                plan.target(), plan.evidence().token(), plan.profile().tls());
        Answer<ServerStats> own = endpoint.status(0, 1);
        CountSource source = plan.evidence().counts();
        CountsProbe foreign = source == null ? new CountsProbe.None("") : foreign(source, plan, clock);
        if (own instanceof Answer.Given<ServerStats> given) {
            foreign.close();
            return new CountsDiscovery(new ReferenceCountsProbe(endpoint, given.value(), clock), "", List.of());
        }
        String missing = own instanceof Answer.Missing<ServerStats> reason ? reason.reason() : "";
        return source == null ? search(plan, clock, finder, missing) : new CountsDiscovery(foreign, missing, List.of());
    }

    /** On the page that was named, or where servers often have their metrics. */
    private static CountsDiscovery search(ChaosPlan plan, ExperimentClock clock, CountsFinder finder, String missing)
            throws CannotRunException {
        NumbersPage named = plan.evidence().numbers();
        NumbersPage page = named == null
                ? new MetricsNumbersPage(
                        plan.target().http(METRICS), plan.profile().tls())
                : named;
        PageNumbers before = read(page, finder, named);
        if (before == null || before.byPlace().isEmpty()) {
            String useless = named == null ? "" : page.url() + " has no whole number at all";
            return new CountsDiscovery(new CountsProbe.None(useless), missing, List.of());
        }
        CountsFinder.Found found = finder.find(page, before);
        CountSource source = found.counts();
        Answer<Counts> first = source == null ? new Answer.Useless<>(found.note()) : source.ask();
        if (source != null && first instanceof Answer.Given<Counts> given) {
            return new CountsDiscovery(probe(source, given.value(), plan, clock), missing, List.of(found.note()));
        }
        String why = first instanceof Answer.Missing<Counts> silent ? silent.reason() : found.note();
        return new CountsDiscovery(new CountsProbe.None(named == null ? "" : why), missing, List.of(why));
    }

    /** Only a page that was named must be there. */
    private static @Nullable PageNumbers read(NumbersPage page, CountsFinder finder, @Nullable NumbersPage named)
            throws CannotRunException {
        try {
            return finder.read(page);
        } catch (IOException e) {
            if (named != null) {
                throw new CannotRunException(String.valueOf(e.getMessage()));
            }
            LOG.debug("There is no such page", e);
            return null;
        }
    }

    private static CountsProbe foreign(CountSource source, ChaosPlan plan, ExperimentClock clock)
            throws CannotRunException {
        Answer<Counts> answer = source.ask();
        if (answer instanceof Answer.Given<Counts> given) {
            return probe(source, given.value(), plan, clock);
        }
        if (answer instanceof Answer.Useless<Counts> useless) {
            return new CountsProbe.None(useless.reason());
        }
        throw new CannotRunException(answer instanceof Answer.Missing<Counts> missing ? missing.reason() : "");
    }

    private static CountsProbe probe(CountSource source, Counts first, ChaosPlan plan, ExperimentClock clock) {
        return new ForeignCountsProbe(source, first, clock, plan.limits().detectWithin());
    }
}

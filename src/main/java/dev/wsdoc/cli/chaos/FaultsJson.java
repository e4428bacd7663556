package dev.wsdoc.cli.chaos;

import dev.wsdoc.cli.command.Version;
import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults for programs; their shape is promised by {@code faults-v1.schema.json} beside that of the reports. Stateless. */
final class FaultsJson {
    static final int SCHEMA_VERSION = 1;

    private FaultsJson() {}

    /** The whole output. */
    record Document(int schemaVersion, String wsdocVersion, List<Entry> faults) {}

    /**
     * One fault.
     *
     * @param victims how many are enough, when no number is asked for
     * @param source where what is expected of the server is asked for; null when only good sense asks for it
     */
    record Entry(
            String name,
            String profile,
            String danger,
            String wire,
            String healthy,
            String judged,
            @Nullable String source,
            int victims) {}

    static Document of(List<Fault> faults) {
        return new Document(
                SCHEMA_VERSION,
                Version.number(),
                faults.stream().map(FaultsJson::entry).toList());
    }

    private static Entry entry(Fault fault) {
        Expectation expectation = fault.card().expectation();
        return new Entry(
                fault.name(),
                fault.profile().label(),
                fault.profile().danger(),
                fault.card().wire(),
                fault.card().healthy(),
                fault.card().judged(),
                expectation == null || expectation.source().isEmpty() ? null : expectation.source(),
                fault.profile().victims());
    }
}

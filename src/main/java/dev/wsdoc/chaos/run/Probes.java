package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.CountsProbe;
import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.Probe;
import dev.wsdoc.chaos.observe.ProcessProbe;
import dev.wsdoc.chaos.observe.SocketsProbe;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All probes of one experiment.
 *
 * @param log null without a log
 * @param process null when it is not known
 */
record Probes(
        CountsProbe counts,
        @Nullable LogProbe log,
        @Nullable ProcessProbe process,
        SocketsProbe sockets) implements AutoCloseable {

    /** All take the same look; completes when all have. */
    CompletableFuture<?> all(Function<Probe<?>, CompletableFuture<?>> look) {
        return CompletableFuture.allOf(there().stream().map(look).toArray(CompletableFuture[]::new));
    }

    private List<Probe<?>> there() {
        return Stream.<@Nullable Probe<?>>of(counts, log, process, sockets)
                .filter(Objects::nonNull)
                .<Probe<?>>map(Objects::requireNonNull)
                .toList();
    }

    @Override
    public void close() {
        there().forEach(Probe::close);
    }
}

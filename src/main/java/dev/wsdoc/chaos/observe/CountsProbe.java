package dev.wsdoc.chaos.observe;

import java.util.concurrent.CompletableFuture;

/** The evidence of counts, of one kind for the whole experiment: wsdoc's own status page, a foreign one, or none. */
public sealed interface CountsProbe extends Probe<CountsSeen>
        permits ReferenceCountsProbe, ForeignCountsProbe, CountsProbe.None {

    /** The server is to clean up after a second wave; nothing of that is counted. */
    default CompletableFuture<?> cleanupUncounted() {
        return CompletableFuture.completedFuture(null);
    }

    /** Nothing can be counted. */
    record None(String useless) implements CountsProbe {
        @Override
        public CountsSeen seen() {
            return new CountsSeen.None(useless);
        }

        @Override
        public void close() {}
    }
}

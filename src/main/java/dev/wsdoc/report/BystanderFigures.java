package dev.wsdoc.report;

import org.jspecify.annotations.Nullable;

/**
 * How the healthy sockets fared.
 *
 * @param opened bystanders that were connected
 * @param alive bystanders still open and answering at the end
 * @param messagesExpected messages that should have reached them; 0 when the server echoes and broadcasts nothing
 * @param messagesReceived those that did
 * @param latencyMs round trips during the chaos; null when none was measured
 */
public record BystanderFigures(
        int opened,
        int alive,
        long messagesExpected,
        long messagesReceived,
        @Nullable Quantiles latencyMs) {}

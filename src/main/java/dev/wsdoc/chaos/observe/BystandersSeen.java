package dev.wsdoc.chaos.observe;

import dev.wsdoc.report.BystanderFigures;

/**
 * How the healthy sockets fared.
 *
 * @param ends how the server ended some of them, such as {@code 1 ended with close code 1011}; empty when it ended none
 * @param isFinal whether they had their time to answer for the last time; otherwise these are figures, but nothing to judge by
 */
public record BystandersSeen(BystanderFigures figures, String ends, boolean isFinal) {}

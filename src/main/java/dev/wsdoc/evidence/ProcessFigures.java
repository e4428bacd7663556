package dev.wsdoc.evidence;

/**
 * What the operating system says of a process and its descendants, summed up.
 *
 * @param descriptors open files and sockets; -1 when they may not be seen
 * @param residentBytes physical memory; what processes share is counted for each
 */
public record ProcessFigures(int processes, long descriptors, long residentBytes, long threads) {}

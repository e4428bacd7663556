/**
 * What can be seen of the server and of the sockets while the experiment runs, as probes and the records that they hand over.
 * Read {@link dev.wsdoc.chaos.observe.Probe} and {@link dev.wsdoc.chaos.observe.Observations} first; then {@link
 * dev.wsdoc.chaos.observe.ReferenceCountsProbe} as the model of a probe.
 */
@NullMarked
package dev.wsdoc.chaos.observe;

import org.jspecify.annotations.NullMarked;

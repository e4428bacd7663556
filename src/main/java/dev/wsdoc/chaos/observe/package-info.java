/**
 * What can be seen of the server and of the sockets while the experiment runs: counts, process, log, victims, bystanders.
 * Read {@link dev.wsdoc.chaos.observe.Observations} first, which is all that was seen; then {@link
 * dev.wsdoc.chaos.observe.VictimOutcomes}, {@link dev.wsdoc.chaos.observe.Bystanders} and {@link dev.wsdoc.chaos.observe.LogWatch}.
 */
@NullMarked
package dev.wsdoc.chaos.observe;

import org.jspecify.annotations.NullMarked;

/**
 * How the dead are found and forgotten: passes over the list, in the background and on demand, and pings.
 * Read {@link dev.wsdoc.server.manager.sweep.Sweeper} first, then {@link dev.wsdoc.server.manager.sweep.ThoroughSweeping};
 * {@link dev.wsdoc.server.manager.sweep.Pings} finds peers that vanished without a word.
 */
@NullMarked
package dev.wsdoc.server.manager.sweep;

import org.jspecify.annotations.NullMarked;

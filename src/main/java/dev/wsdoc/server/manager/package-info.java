/**
 * Which connections there are, how they end, and what is sent to them. Knows peers, but no sockets.
 * Read {@link dev.wsdoc.server.manager.Manager} first, then {@link dev.wsdoc.server.manager.RecordedEnds} and {@link
 * dev.wsdoc.server.manager.ManagerComponents}, which puts the rooms together: connection, policy, admission, sweep, send.
 */
@NullMarked
package dev.wsdoc.server.manager;

import org.jspecify.annotations.NullMarked;

/**
 * The list of connections, how one of them ends, and the journal of ends.
 * Read {@link dev.wsdoc.server.manager.connection.Connection} first, then Registry, {@link
 * dev.wsdoc.server.manager.connection.Ending} and {@link dev.wsdoc.server.manager.connection.Ends}.
 */
@NullMarked
package dev.wsdoc.server.manager.connection;

import org.jspecify.annotations.NullMarked;

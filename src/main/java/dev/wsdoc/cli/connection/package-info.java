/**
 * How clients come to a server, for every command that opens connections to one. Read {@link
 * dev.wsdoc.cli.connection.ConnectionOptions} first; {@link dev.wsdoc.cli.connection.ServerAddresses} says where a host's name leads to.
 */
@NullMarked
package dev.wsdoc.cli.connection;

import org.jspecify.annotations.NullMarked;

/**
 * The one port: accepts, reads the request head, and routes it to the engine or answers it as HTTP.
 * Read {@link dev.wsdoc.server.front.Acceptor} and {@link dev.wsdoc.server.front.RequestRouter} first, then HttpConnection: one
 * socket that speaks HTTP; what is answered is in the package {@code http}.
 */
@NullMarked
package dev.wsdoc.server.front;

import org.jspecify.annotations.NullMarked;

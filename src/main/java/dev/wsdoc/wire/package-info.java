/**
 * The client side of RFC 6455 as bytes in, events out: no sockets, no threads, no clocks, no randomness of its own.
 * Read {@link dev.wsdoc.wire.ClientProtocol} first, then {@code handshake} (the upgrade) and {@code frame} (what follows).
 * It judges strictly what a server sends, and can write what is wrong on purpose.
 */
@NullMarked
package dev.wsdoc.wire;

import org.jspecify.annotations.NullMarked;

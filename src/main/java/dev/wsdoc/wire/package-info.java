/**
 * The client side of RFC 6455 as bytes in, events out: no sockets, no threads, no clocks, and no randomness of its own
 * (nonces and masks come in). It judges strictly what a server sends and can write what is wrong on purpose.
 */
@NullMarked
package dev.wsdoc.wire;

import org.jspecify.annotations.NullMarked;

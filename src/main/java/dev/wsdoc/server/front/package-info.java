/** The one port: accepts, reads the request head, and routes it to the engine or to HTTP. */
@NullMarked
package dev.wsdoc.server.front;

import org.jspecify.annotations.NullMarked;

/** Java-WebSocket's protocol engine on the event loop: bytes in through a guard, which bounds them, frames out through a queue. */
@NullMarked
package dev.wsdoc.server.engine;

import org.jspecify.annotations.NullMarked;

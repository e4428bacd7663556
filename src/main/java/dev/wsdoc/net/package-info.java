/** The event loop: one selector, one thread, its timers. Knows sockets, but no protocol. */
@NullMarked
package dev.wsdoc.net;

import org.jspecify.annotations.NullMarked;

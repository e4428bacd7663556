/** Which connections there are, how they end, and what is sent to them. Knows peers, but no sockets. */
@NullMarked
package dev.wsdoc.server.manager;

import org.jspecify.annotations.NullMarked;

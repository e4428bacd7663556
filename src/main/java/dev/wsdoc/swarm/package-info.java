/** The sockets that wsdoc itself holds open: many of them on a few event loops. */
@NullMarked
package dev.wsdoc.swarm;

import org.jspecify.annotations.NullMarked;

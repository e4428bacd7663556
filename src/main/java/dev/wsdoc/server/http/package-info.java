/** The debug endpoints, health and metrics, over the JDK's HTTP server. */
@NullMarked
package dev.wsdoc.server.http;

import org.jspecify.annotations.NullMarked;

/**
 * The debug endpoints, health and metrics: what is answered to HTTP requests, and to whom. Knows no sockets.
 * Read {@link dev.wsdoc.server.http.HttpService} first, then Endpoints: a snapshot on the loop, written out on another thread.
 * Access says who may see what.
 */
@NullMarked
package dev.wsdoc.server.http;

import org.jspecify.annotations.NullMarked;

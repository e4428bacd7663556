/**
 * What is sent to whom, and what happens when it cannot be sent.
 * Read {@link dev.wsdoc.server.manager.send.Router} first, then {@link dev.wsdoc.server.manager.send.GuardedRetrying}: a dead
 * connection is never tried again; MessageRate is how much a client may say.
 */
@NullMarked
package dev.wsdoc.server.manager.send;

import org.jspecify.annotations.NullMarked;

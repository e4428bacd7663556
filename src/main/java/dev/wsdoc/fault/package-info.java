/**
 * The ways for a client to die or misbehave: one small class each. Read Fault and FaultCard first, then Abrupt,
 * the shortest; ForbiddenFrame is the form of those that send what RFC 6455 forbids, SocketObservation what a victim's socket saw.
 */
@NullMarked
package dev.wsdoc.fault;

import org.jspecify.annotations.NullMarked;

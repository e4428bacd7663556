/**
 * The check-up: one connection, examined from the lookup of its host's name to the end of its closing handshake.
 * Read {@link dev.wsdoc.checkup.Checkup} first: plan in, report out. Then the rooms in that order: {@code plan}, {@code observe}
 * (connections are made, and what they saw is written down), {@code judge} (records in, findings out: pure).
 */
@NullMarked
package dev.wsdoc.checkup;

import org.jspecify.annotations.NullMarked;

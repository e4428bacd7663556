/**
 * Who is let in: origins and tokens, limits by address and in all, rates, and what a path stands for.
 * Read {@link dev.wsdoc.server.manager.admission.Admission} first; AccessCheck says whose handshakes are let in at all, AddressBook counts by address, Refusals what was turned
 * away, {@link dev.wsdoc.server.manager.admission.Paths} says which role and session a path means.
 */
@NullMarked
package dev.wsdoc.server.manager.admission;

import org.jspecify.annotations.NullMarked;

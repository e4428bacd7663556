/**
 * Who is let in: limits by address and in all, rates, origins, and what a path stands for.
 * Read {@link dev.wsdoc.server.manager.admission.Admission} first; AddressBook counts by address, Refusals what was turned
 * away, {@link dev.wsdoc.server.manager.admission.Paths} says which role and session a path means.
 */
@NullMarked
package dev.wsdoc.server.manager.admission;

import org.jspecify.annotations.NullMarked;

/**
 * What is known of a server before anything is done to it: does it greet, echo, broadcast, ping? {@code Anamnesis} is what was found out;
 * {@code Speech} is how wsdoc speaks so that servers listen, and {@code Mark} how it knows its words again; {@code Ear} hears what a
 * connection is told. The talking itself is done by {@code AnamnesisPhase} in {@code run}.
 */
@NullMarked
package dev.wsdoc.chaos.anamnesis;

import org.jspecify.annotations.NullMarked;

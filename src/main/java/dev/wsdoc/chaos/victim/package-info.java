/**
 * The sockets that faults are inflicted on, and what became of them: {@code VictimRegistry} knows each {@code Victim}, {@code VictimOutcome}
 * is what became of one, {@code VictimOutcomes} what that means; {@code InnocentEnd} is the end of one to which nothing was done.
 */
@NullMarked
package dev.wsdoc.chaos.victim;

import org.jspecify.annotations.NullMarked;

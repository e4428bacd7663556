/**
 * The experiment's phases, from the steady state to the recovery, and the rounds of faults between them.
 * Read {@link dev.wsdoc.chaos.run.ExperimentContext} first, which is the beat; then {@link dev.wsdoc.chaos.run.SteadyPhase},
 * {@link dev.wsdoc.chaos.run.OpenPhase}, {@link dev.wsdoc.chaos.run.Rounds} and {@link dev.wsdoc.chaos.run.RecoverPhase}.
 */
@NullMarked
package dev.wsdoc.chaos.run;

import org.jspecify.annotations.NullMarked;

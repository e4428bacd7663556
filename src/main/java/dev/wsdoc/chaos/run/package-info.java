/**
 * The experiment while it runs: its phases, from the steady state to the last goodbye, and who watches over them.
 * Read {@link dev.wsdoc.chaos.run.Supervisor} first, which holds the time limit; then Experiment, Phases and Rounds, and
 * ExperimentContext, by which all of them wait. Recorder holds what was seen so far.
 */
@NullMarked
package dev.wsdoc.chaos.run;

import org.jspecify.annotations.NullMarked;

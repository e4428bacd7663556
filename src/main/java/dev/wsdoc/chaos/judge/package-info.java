/**
 * What the observations mean: records in, findings out. Pure: no thread, no clock, no socket.
 * Read {@link dev.wsdoc.chaos.judge.Checks} first, the questions; then {@link dev.wsdoc.chaos.judge.DetectJudge} as a model
 * of a judge, and {@link dev.wsdoc.chaos.judge.Reporter}, which asks them all.
 */
@NullMarked
package dev.wsdoc.chaos.judge;

import org.jspecify.annotations.NullMarked;

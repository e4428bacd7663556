/**
 * What an experiment is to do and may take, and how it speaks with its caller: all that {@code cli} makes or implements.
 * Read {@link dev.wsdoc.chaos.plan.ChaosPlan} first, then {@link dev.wsdoc.chaos.plan.EvidencePlan};
 * {@link dev.wsdoc.chaos.plan.Capacity} says what this machine allows.
 */
@NullMarked
package dev.wsdoc.chaos.plan;

import org.jspecify.annotations.NullMarked;

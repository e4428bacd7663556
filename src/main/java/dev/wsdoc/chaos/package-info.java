/**
 * The chaos experiment: makes clients die, watches the server, and judges what was seen.
 * Read {@link dev.wsdoc.chaos.Chaos} first: one experiment from its plan to its report, as named steps.
 * Then the rooms in the order of the experiment: {@code plan}, {@code run}, {@code observe} with {@code bystander} and
 * {@code victim}, {@code judge}.
 */
@NullMarked
package dev.wsdoc.chaos;

import org.jspecify.annotations.NullMarked;

/**
 * How words of the command line become values: durations, sizes, points in time, addresses, faults with their numbers.
 * Each class stands alone; {@link dev.wsdoc.cli.convert.DurationConverter} is the model. What cannot be read is told in one
 * line, with the word and what would do.
 */
@NullMarked
package dev.wsdoc.cli.convert;

import org.jspecify.annotations.NullMarked;

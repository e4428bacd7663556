/**
 * The command line: the only code that knows picocli, standard output and exit codes.
 * Read {@link dev.wsdoc.cli.Main} first, then the room of the command in question; {@code command} is what all of them
 * share, {@code terminal} who reads the output, {@code convert} how words become values.
 */
@NullMarked
package dev.wsdoc.cli;

import org.jspecify.annotations.NullMarked;

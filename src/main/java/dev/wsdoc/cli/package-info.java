/** The commands: one class each. The only code that knows picocli, standard output and exit codes. */
@NullMarked
package dev.wsdoc.cli;

import org.jspecify.annotations.NullMarked;

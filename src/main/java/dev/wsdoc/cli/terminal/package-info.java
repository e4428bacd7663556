/**
 * Standard output and error, and what is known of who reads them.
 * Read {@link dev.wsdoc.cli.terminal.Console} first; {@link dev.wsdoc.cli.terminal.WatchedOutput} is a pipe whose reader may
 * go away, {@link dev.wsdoc.cli.terminal.ProgressLine} the one line that is drawn over itself.
 */
@NullMarked
package dev.wsdoc.cli.terminal;

import org.jspecify.annotations.NullMarked;

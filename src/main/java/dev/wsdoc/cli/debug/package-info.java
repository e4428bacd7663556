/**
 * The commands over the debug endpoints of a running server: {@code status}, {@code cleanup}, {@code reset-rate-limits}.
 * Read {@link dev.wsdoc.cli.debug.StatusCommand} first; {@link dev.wsdoc.cli.debug.DebugOptions} is what they share,
 * {@link dev.wsdoc.cli.debug.Balance} adds the server's counts up anew.
 */
@NullMarked
package dev.wsdoc.cli.debug;

import org.jspecify.annotations.NullMarked;

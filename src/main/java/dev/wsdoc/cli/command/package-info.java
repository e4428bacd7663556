/**
 * What several commands share: how they end, how they are interrupted, what they know of the {@code wsdoc} command.
 * Read {@link dev.wsdoc.cli.command.ExitCode} and {@link dev.wsdoc.cli.command.CommandFailure} first;
 * {@link dev.wsdoc.cli.command.TlsOptions} is a set of options that several commands have.
 */
@NullMarked
package dev.wsdoc.cli.command;

import org.jspecify.annotations.NullMarked;

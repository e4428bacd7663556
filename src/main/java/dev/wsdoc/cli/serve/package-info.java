/**
 * {@code wsdoc serve}: the reference server until a signal ends it.
 * Read {@link dev.wsdoc.cli.serve.ServeCommand} first; {@link dev.wsdoc.cli.serve.ServerOptions} are its limits, timing and
 * switches, {@link dev.wsdoc.cli.serve.LogOptions} how and where it logs.
 */
@NullMarked
package dev.wsdoc.cli.serve;

import org.jspecify.annotations.NullMarked;

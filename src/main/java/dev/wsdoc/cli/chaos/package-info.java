/**
 * {@code wsdoc chaos}, {@code compare} and {@code faults}: options become a plan, the report is written down.
 * Read {@link dev.wsdoc.cli.chaos.ChaosCommand} first, then the options in the order of its help;
 * {@link dev.wsdoc.cli.chaos.EmbeddedServer} and {@link dev.wsdoc.cli.chaos.LaunchedServer} are the servers that it can bring.
 */
@NullMarked
package dev.wsdoc.cli.chaos;

import org.jspecify.annotations.NullMarked;

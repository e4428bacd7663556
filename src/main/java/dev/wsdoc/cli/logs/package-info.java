/**
 * {@code wsdoc logs}: audits of logs that are there already, or that grow, for people and for programs.
 * Read {@link dev.wsdoc.cli.logs.LogsCommand} first, then {@link dev.wsdoc.cli.logs.LogsReader}, which reads one source after
 * the other, {@link dev.wsdoc.cli.logs.LogsFollower}, which reads them side by side as they grow, and the three forms of the answer:
 * LogsText, LogsJson, LogsExplanation.
 */
@NullMarked
package dev.wsdoc.cli.logs;

import org.jspecify.annotations.NullMarked;

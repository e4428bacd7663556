/**
 * Logs of foreign servers: lines into entries, entries into categories.
 * Read {@link dev.wsdoc.logaudit.LogAuditor} first: lines in, judged entries out; it stands on {@code parse} and {@code rule}.
 * {@link dev.wsdoc.logaudit.Mentions} is whom an entry names, {@link dev.wsdoc.logaudit.Quotation} how it is quoted.
 * {@link dev.wsdoc.logaudit.LogFile} audits a whole file, {@link dev.wsdoc.logaudit.AuditSummary} adds entries up.
 */
@NullMarked
package dev.wsdoc.logaudit;

import org.jspecify.annotations.NullMarked;

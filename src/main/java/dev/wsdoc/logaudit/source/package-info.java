/**
 * Where a line comes from: what containers, supervisors and system logs put before it, and which lines are of one source. Read
 * {@link dev.wsdoc.logaudit.source.LinePrefix} first.
 */
@NullMarked
package dev.wsdoc.logaudit.source;

import org.jspecify.annotations.NullMarked;

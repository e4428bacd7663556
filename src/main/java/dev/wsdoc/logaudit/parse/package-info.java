/**
 * From lines to entries: where an entry begins, what its first line says, which lines go on with it.
 * Read {@link dev.wsdoc.logaudit.head.HeadParser} first, then {@link dev.wsdoc.logaudit.parse.EntryBuilder}, LineShape and
 * {@link dev.wsdoc.logaudit.parse.CauseChain}, the chain of causes in a trace.
 */
@NullMarked
package dev.wsdoc.logaudit.parse;

import org.jspecify.annotations.NullMarked;

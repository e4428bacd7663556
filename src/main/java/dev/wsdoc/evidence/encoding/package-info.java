/**
 * How the bytes of a log are text.
 * Read {@link dev.wsdoc.evidence.encoding.Encoding} first: named by the user, or found out. {@link
 * dev.wsdoc.evidence.encoding.LineDecoder} decodes lines, {@link dev.wsdoc.evidence.encoding.ForeignText} guesses what is no UTF-8.
 */
@NullMarked
package dev.wsdoc.evidence.encoding;

import org.jspecify.annotations.NullMarked;

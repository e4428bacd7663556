/**
 * The first lines of entries: which layouts there are, and what they say. Read {@code HeadParser} first: what a line begins with picks the
 * layout, one class each. {@code Level} and {@code LevelWord} are how loud it is, in many words; {@code LineShape} knows lines that only go
 * on with others.
 */
@NullMarked
package dev.wsdoc.logaudit.head;

import org.jspecify.annotations.NullMarked;

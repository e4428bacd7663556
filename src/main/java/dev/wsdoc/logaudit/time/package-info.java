/** Points in time as logs write them: where one ends, and which it is. Read {@link dev.wsdoc.logaudit.time.Timestamp} first. */
@NullMarked
package dev.wsdoc.logaudit.time;

import org.jspecify.annotations.NullMarked;

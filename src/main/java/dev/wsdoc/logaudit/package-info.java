/** Logs of foreign servers: lines into entries, entries into categories. */
@NullMarked
package dev.wsdoc.logaudit;

import org.jspecify.annotations.NullMarked;

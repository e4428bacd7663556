/** The server's limits and timing, and whose requests it answers, as records: validated once, immutable. */
@NullMarked
package dev.wsdoc.server.setting;

import org.jspecify.annotations.NullMarked;

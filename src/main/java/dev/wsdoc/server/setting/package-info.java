/**
 * The server's limits and timing, and whose requests it answers, as records: validated once, immutable. Read Behaviour, Timing and Limits
 * first; AccessRules with Origin and Authority say who is let in.
 */
@NullMarked
package dev.wsdoc.server.setting;

import org.jspecify.annotations.NullMarked;

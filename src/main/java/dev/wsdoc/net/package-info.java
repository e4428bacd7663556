/**
 * The event loop: one selector, one thread, its timers. Knows sockets, but no protocol. Read EventLoop first; Channels, Tasks
 * and Timers are what it serves in a turn, TurnBudget how much of it, Promises what it owes its callers.
 */
@NullMarked
package dev.wsdoc.net;

import org.jspecify.annotations.NullMarked;

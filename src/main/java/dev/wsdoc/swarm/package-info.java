/**
 * The sockets that wsdoc itself holds open: many of them on a few event loops. Read Swarm and Cohort first, then Member (what it
 * can be told), MemberState (what is known of it) and MemberEvents (what happens to it); MemberSocket, SendQueue, ReadBudget and
 * Transport carry its bytes.
 */
@NullMarked
package dev.wsdoc.swarm;

import org.jspecify.annotations.NullMarked;

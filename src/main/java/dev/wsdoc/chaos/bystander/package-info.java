/**
 * Clients to which nothing is done, and what they notice. Read Bystanders and Bystander first; Provoker makes the server send, SilentClient
 * says nothing to the end. What they saw is in BystandersSeen, with how messages reached them in DeliverySeen (PushWatch, Copies), and
 * Innocents.
 */
@NullMarked
package dev.wsdoc.chaos.bystander;

import org.jspecify.annotations.NullMarked;

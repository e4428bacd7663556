/**
 * What is found out on this machine about a server that nobody said anything about: its process and its logs. Read {@link
 * dev.wsdoc.evidence.search.ServerSearch} first. Linux only; elsewhere nothing is found.
 */
@NullMarked
package dev.wsdoc.evidence.search;

import org.jspecify.annotations.NullMarked;

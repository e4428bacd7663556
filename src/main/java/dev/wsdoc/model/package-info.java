/**
 * The words that every part shares, as pure data. Read Category and Target first; ServerStats, ConnectionInfo and EndsPage are what a
 * server says of itself, Secrets what of an address is never told.
 */
@NullMarked
package dev.wsdoc.model;

import org.jspecify.annotations.NullMarked;

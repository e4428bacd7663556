/**
 * Connections are made, and what they saw is written down. Read {@link dev.wsdoc.checkup.observe.Visit} first, the record of one
 * connection; {@link dev.wsdoc.checkup.observe.Visitor} makes it, {@link dev.wsdoc.checkup.observe.Examiner} makes all of them.
 */
@NullMarked
package dev.wsdoc.checkup.observe;

import org.jspecify.annotations.NullMarked;

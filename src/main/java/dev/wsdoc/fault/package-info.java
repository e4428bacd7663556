/** The ways for a client to die or misbehave: one small class each. */
@NullMarked
package dev.wsdoc.fault;

import org.jspecify.annotations.NullMarked;

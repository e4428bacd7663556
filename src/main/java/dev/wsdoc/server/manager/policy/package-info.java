/**
 * The decisions that a server's health rests on, as small interfaces with their healthy defaults; defects are other ones.
 * Read {@link dev.wsdoc.server.manager.policy.EndLogging} and its default CategorisedLogging first, as the model of a pair;
 * {@link dev.wsdoc.server.manager.policy.Classifier} is where a failure gets its category.
 */
@NullMarked
package dev.wsdoc.server.manager.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Diseases of the server: other implementations of the manager's policies, each with one fault. Read NoSweep first, the shortest, then
 * Before, which is all of them that the original had.
 */
@NullMarked
package dev.wsdoc.server.defect;

import org.jspecify.annotations.NullMarked;

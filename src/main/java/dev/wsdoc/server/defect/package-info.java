/** Diseases of the server: other implementations of the manager's policies, each with one fault. */
@NullMarked
package dev.wsdoc.server.defect;

import org.jspecify.annotations.NullMarked;

/**
 * The reference server: the patient that wsdoc is proven on, and a model to copy. Only cli may know it. Read ReferenceServer first, then
 * {@code front}, {@code engine} and {@code manager}; ServerLog is its log, Defect the list of the diseases that it can have.
 */
@NullMarked
package dev.wsdoc.server;

import org.jspecify.annotations.NullMarked;

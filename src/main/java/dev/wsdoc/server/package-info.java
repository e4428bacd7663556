/** The reference server: the patient that wsdoc is proven on, and a model to copy. Only cli may know it. */
@NullMarked
package dev.wsdoc.server;

import org.jspecify.annotations.NullMarked;

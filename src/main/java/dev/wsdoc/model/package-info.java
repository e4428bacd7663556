/** The words that every part shares: categories, removal paths, targets and what a server says of itself. Pure data. */
@NullMarked
package dev.wsdoc.model;

import org.jspecify.annotations.NullMarked;

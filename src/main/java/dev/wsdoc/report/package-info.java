/** What an experiment found, and the forms in which it is written down. */
@NullMarked
package dev.wsdoc.report;

import org.jspecify.annotations.NullMarked;

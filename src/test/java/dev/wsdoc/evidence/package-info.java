@NullMarked
package dev.wsdoc.evidence;

import org.jspecify.annotations.NullMarked;

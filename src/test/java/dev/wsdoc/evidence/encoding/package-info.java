@NullMarked
package dev.wsdoc.evidence.encoding;

import org.jspecify.annotations.NullMarked;

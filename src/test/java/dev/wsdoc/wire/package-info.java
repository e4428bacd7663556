@NullMarked
package dev.wsdoc.wire;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.wsdoc;

import org.jspecify.annotations.NullMarked;

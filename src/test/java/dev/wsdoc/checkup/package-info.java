@NullMarked
package dev.wsdoc.checkup;

import org.jspecify.annotations.NullMarked;

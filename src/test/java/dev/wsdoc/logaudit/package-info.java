@NullMarked
package dev.wsdoc.logaudit;

import org.jspecify.annotations.NullMarked;

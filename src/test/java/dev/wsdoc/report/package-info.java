@NullMarked
package dev.wsdoc.report;

import org.jspecify.annotations.NullMarked;

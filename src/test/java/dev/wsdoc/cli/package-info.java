@NullMarked
package dev.wsdoc.cli;

import org.jspecify.annotations.NullMarked;

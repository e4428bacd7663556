@NullMarked
package dev.wsdoc.server;

import org.jspecify.annotations.NullMarked;

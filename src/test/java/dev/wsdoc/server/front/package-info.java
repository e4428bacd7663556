@NullMarked
package dev.wsdoc.server.front;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.wsdoc.server.engine;

import org.jspecify.annotations.NullMarked;

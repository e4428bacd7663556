@NullMarked
package dev.wsdoc.server.manager;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.wsdoc.server.http;

import org.jspecify.annotations.NullMarked;

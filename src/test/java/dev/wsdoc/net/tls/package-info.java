@NullMarked
package dev.wsdoc.net.tls;

import org.jspecify.annotations.NullMarked;

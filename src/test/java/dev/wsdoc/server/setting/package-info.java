@NullMarked
package dev.wsdoc.server.setting;

import org.jspecify.annotations.NullMarked;

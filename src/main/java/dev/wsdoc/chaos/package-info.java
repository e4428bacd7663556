/** The experiment: make clients die, watch the server, and judge what was seen. */
@NullMarked
package dev.wsdoc.chaos;

import org.jspecify.annotations.NullMarked;

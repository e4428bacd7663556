/** What a server says of itself: debug endpoints, log, process. */
@NullMarked
package dev.wsdoc.evidence;

import org.jspecify.annotations.NullMarked;

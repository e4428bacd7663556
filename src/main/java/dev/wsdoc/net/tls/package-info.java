/** What it takes to speak TLS: whom to trust, who to be, and what a failure means to people. */
@NullMarked
package dev.wsdoc.net.tls;

import org.jspecify.annotations.NullMarked;

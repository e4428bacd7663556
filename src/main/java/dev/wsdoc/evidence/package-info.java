/**
 * What a server says of itself. Read LogSource and LogTail (logs), CountSource and NumbersPage (counts), ServerProcess and ProcNet
 * (process and sockets); {@code search} finds these without flags.
 */
@NullMarked
package dev.wsdoc.evidence;

import org.jspecify.annotations.NullMarked;

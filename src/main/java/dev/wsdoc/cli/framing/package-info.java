/**
 * What in a pipe is a message: lines, blocks, JSON. Read {@link dev.wsdoc.cli.framing.Framing} first.
 */
@NullMarked
package dev.wsdoc.cli.framing;

import org.jspecify.annotations.NullMarked;

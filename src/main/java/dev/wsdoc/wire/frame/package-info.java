/**
 * Frames: read strictly, written well or wrong on purpose, compressed or not (RFC 6455 section 5, RFC 7692).
 * Read {@link dev.wsdoc.wire.frame.FrameReader} first, then {@link dev.wsdoc.wire.frame.FrameWriter};
 * {@link dev.wsdoc.wire.frame.RawFrame} is a frame with whatever is wrong.
 */
@NullMarked
package dev.wsdoc.wire.frame;

import org.jspecify.annotations.NullMarked;

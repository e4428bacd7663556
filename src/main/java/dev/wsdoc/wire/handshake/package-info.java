/**
 * The upgrade: the request that is sent and the judgement on its answer (RFC 6455 section 4).
 * Read {@link dev.wsdoc.wire.handshake.UpgradeRequest} first, then HandshakeReader, which takes the answer in pieces, and
 * HandshakeJudge, which says whether it opens the connection.
 */
@NullMarked
package dev.wsdoc.wire.handshake;

import org.jspecify.annotations.NullMarked;

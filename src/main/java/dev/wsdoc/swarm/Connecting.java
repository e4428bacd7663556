package dev.wsdoc.swarm;

import dev.wsdoc.wire.ClientProtocol;
import dev.wsdoc.wire.WireLimits;
import java.nio.ByteBuffer;

/**
 * What a member needs until it is open: the request, and whom to tell. Gone afterwards, so that idle members are small.
 *
 * @param upgrades whether the request is made; else it is open once it is connected
 */
record Connecting(PreparedUpgrade upgrade, boolean upgrades, Opener opener, long deadline) {

    ClientProtocol begin(byte[] nonce, WireLimits limits) {
        return new ClientProtocol(nonce, limits, upgrade.offer());
    }

    /** The upgrade request, written into {@code scratch}. */
    ByteBuffer request(byte[] nonce, ByteBuffer scratch) {
        upgrade.template().encode(nonce, scratch.clear());
        return scratch.flip();
    }

    void opened(Member member) {
        opener.succeeded(member);
    }

    void failed(Member member, OpenFailure failure) {
        opener.failed(member, failure);
    }
}

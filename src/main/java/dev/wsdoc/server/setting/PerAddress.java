package dev.wsdoc.server.setting;

import java.net.InetAddress;

/**
 * A limit for each client address.
 *
 * @param limit the most that one address may have, 0 for no limit
 */
public record PerAddress(int limit, Scope scope) {
    /** Whom the limit counts for. */
    public enum Scope {
        /** The default: every client on this machine shares one address, so loopback is exempt. */
        NOT_LOOPBACK,
        /** A limit that was asked for counts for everyone. */
        EVERYONE
    }

    /** A limit that was set explicitly. */
    public static PerAddress everyone(int limit) {
        return new PerAddress(limit, Scope.EVERYONE);
    }

    /** A default, which exempts loopback addresses. */
    public static PerAddress notLoopback(int limit) {
        return new PerAddress(limit, Scope.NOT_LOOPBACK);
    }

    /** Whether this limit counts for the address. */
    public boolean countsFor(InetAddress address) {
        return limit > 0 && (scope == Scope.EVERYONE || !address.isLoopbackAddress());
    }
}

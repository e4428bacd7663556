package dev.wsdoc.server.manager.connection;

import java.net.InetSocketAddress;

/** A socket address as people write it: {@code 127.0.0.1:8000}, {@code [::1]:8000}. */
public final class AddressText {
    private AddressText() {}

    public static String of(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return address.getHostString() + ":" + address.getPort();
        }
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}

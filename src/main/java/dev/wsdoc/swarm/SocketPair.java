package dev.wsdoc.swarm;

import java.net.InetSocketAddress;

/** The two ends of a TCP connection, by which the system knows it: RFC 9293 section 3.4. */
public record SocketPair(InetSocketAddress local, InetSocketAddress remote) {}

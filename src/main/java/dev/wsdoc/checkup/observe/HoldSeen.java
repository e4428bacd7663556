package dev.wsdoc.checkup.observe;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of connections that were held.
 *
 * @param address where the name leads
 * @param named those on that way
 * @param origin where the server is without what stands in between; null when nobody said
 * @param direct those to the origin; empty without one
 * @param interrupted whether more might have been learnt
 */
public record HoldSeen(
        InetAddress address,
        List<Holding> named,
        @Nullable InetAddress origin,
        List<Holding> direct,
        boolean interrupted) {
    public HoldSeen {
        named = List.copyOf(named);
        direct = List.copyOf(direct);
    }
}

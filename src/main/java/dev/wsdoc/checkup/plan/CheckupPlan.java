package dev.wsdoc.checkup.plan;

import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.verdict.Strictness;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check-up is to do.
 *
 * @param addresses of the target's host, in the order of preference; at least one
 * @param lookupMs how long it took to find them; null when nobody had to look them up
 * @param profile how every connection comes
 * @param depth how far each goes
 * @param patience for each single step, such as the answer to a ping
 * @param series how often the examined address is visited
 * @param hold how connections are to be held, to see who cuts them; null when nobody asks
 * @param certificateDays a certificate that ends within so many days is told of
 * @param seed of masks and nonces
 */
public record CheckupPlan(
        Target target,
        List<InetAddress> addresses,
        @Nullable Double lookupMs,
        ClientProfile profile,
        Depth depth,
        Duration patience,
        Series series,
        @Nullable Hold hold,
        int certificateDays,
        Strictness strictness,
        long seed) {

    /** @throws IllegalArgumentException with one line that names option, value and limit */
    public CheckupPlan {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(target + " has no address");
        }
        if (patience.isNegative() || patience.isZero() || patience.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("--timeout is not between 1ms and 10m");
        }
        if (certificateDays < 0 || certificateDays > 10_000) {
            throw new IllegalArgumentException("--cert-days " + certificateDays + " is not between 0 and 10000");
        }
    }

    /** The same, elsewhere and in a hurry. */
    public CheckupPlan at(Target other, Duration longest) {
        return new CheckupPlan(
                other, addresses, null, profile, depth, longest, series, null, certificateDays, strictness, seed);
    }

    /** The same clients, going to one of the addresses. */
    public ClientProfile profileTo(InetAddress address) {
        return profile.withRoutes(Map.of(target.host() + ":" + target.port(), address));
    }
}

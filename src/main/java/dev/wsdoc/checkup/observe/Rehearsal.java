package dev.wsdoc.checkup.observe;

import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.checkup.plan.Depth;
import dev.wsdoc.checkup.plan.Patience;
import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.TlsFailure;
import dev.wsdoc.swarm.ClientProfile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole visit to a partner in this process, before the clock runs: a Java that has just started loads classes for longer than a
 * server nearby takes to answer, and that is not the server's time.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private Rehearsal() {}

    static void of(CheckupPlan plan, Patience patience) {
        if (plan.target().secure()) {
            greeting(plan);
        }
        try (RehearsalPartner partner = RehearsalPartner.start()) {
            Target stage = new Target(false, partner.host(), partner.port(), "/");
            try (Trip trip = Trip.to(partner.address(), plan.at(stage, LONGEST), ClientProfile.PLAIN)) {
                Visitor visitor = trip.begin(Depth.ECHO);
                patience.await(visitor.whole(), LONGEST);
            }
        } catch (IOException e) {
            LOG.debug("No rehearsal, so the first figures are larger than they should be", e);
        }
    }

    /** The beginning of a TLS handshake, which nobody gets. What fails here fails again where it is told. */
    private static void greeting(CheckupPlan plan) {
        try {
            SSLEngine engine = plan.profile()
                    .tls()
                    .engine(plan.target().host(), plan.target().port());
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (TlsFailure | SSLException e) {
            LOG.debug("No rehearsal of TLS", e);
        }
    }
}

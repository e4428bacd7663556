package dev.wsdoc.checkup.observe;

import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.checkup.plan.Depth;
import dev.wsdoc.checkup.plan.Patience;
import dev.wsdoc.model.Progress;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.net.tls.Verification;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.wire.handshake.Header;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes all visits of a check-up, one after the other but for those to further addresses. Used by the command's thread. */
public final class Examiner {
    /** An origin that no server can have put on its list: RFC 2606 section 2. */
    public static final String FOREIGN_ORIGIN = "https://another-site.invalid";

    private final CheckupPlan plan;
    private final Patience patience;
    private final Progress progress;

    public Examiner(CheckupPlan plan, Patience patience, Progress progress) {
        this.plan = plan;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Makes them all.
     *
     * @throws IOException with one line when no address accepts a connection
     */
    public Examination examine() throws IOException {
        Rehearsal.of(plan, patience);
        List<Visit> refused = new ArrayList<>();
        List<Visit> series = List.of();
        while (series.isEmpty()) {
            if (refused.size() == plan.addresses().size() || patience.isOver()) {
                throw new IOException(unreachable(refused));
            }
            InetAddress address = plan.addresses().get(refused.size());
            List<Visit> visits = series(address);
            if (visits.get(0).had(Moment.CONNECTED)) {
                series = visits;
            } else {
                refused.add(visits.get(0));
            }
        }
        Visit examined = series.get(0);
        List<Visit> addresses = new ArrayList<>(refused);
        addresses.add(examined);
        addresses.addAll(others(
                plan.addresses().subList(addresses.size(), plan.addresses().size())));
        return new Examination(examined, series, addresses, chain(examined), foreign(examined), patience.isOver());
    }

    private String unreachable(List<Visit> refused) {
        String reasons = refused.stream()
                .map(visit -> reason(visit)
                        + (plan.addresses().size() > 1 ? " (" + visit.address().getHostAddress() + ")" : ""))
                .distinct()
                .collect(Collectors.joining(", "));
        return patience.isOver() ? "interrupted" : "cannot connect to " + plan.target() + ": " + reasons;
    }

    private String reason(Visit visit) {
        OpenFailure failure = visit.failure();
        return failure == null || failure.kind() == OpenFailure.Kind.TIMEOUT
                ? "no answer within " + plan.patience().toMillis() + " ms"
                : failure.text();
    }

    private List<Visit> series(InetAddress address) throws IOException {
        List<Visit> visits = new ArrayList<>();
        int count = plan.series().count();
        try (Trip trip = Trip.to(address, plan, plan.profile())) {
            for (int i = 0; i < count && !patience.isOver(); i++) {
                progress.at("connecting", i, count == 1 ? 0 : count);
                long begun = System.nanoTime();
                visits.add(trip.make(plan.depth(), patience));
                if (!visits.get(0).had(Moment.CONNECTED)) {
                    break;
                }
                long rest = plan.series().every().toNanos() - (System.nanoTime() - begun);
                if (i + 1 < count && rest > 0) {
                    patience.pass(Duration.ofNanos(rest));
                }
            }
        }
        return visits;
    }

    /** The addresses after the examined one, all at once: some may not answer at all. */
    private List<Visit> others(List<InetAddress> addresses) throws IOException {
        List<Trip> trips = new ArrayList<>();
        List<Visitor> visitors = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        try {
            for (InetAddress address : addresses) {
                Trip trip = Trip.to(address, plan, plan.profile());
                trips.add(trip);
                visitors.add(trip.begin(Depth.CONNECT));
            }
            for (int i = 0; i < visitors.size(); i++) {
                progress.at("trying the other addresses", i, visitors.size());
                visits.add(trips.get(i).finish(visitors.get(i), patience));
            }
        } finally {
            trips.forEach(Trip::close);
        }
        return visits;
    }

    private @Nullable ChainSeen chain(Visit examined) throws IOException {
        TlsSeen seen = examined.tls();
        if (seen == null && plan.target().secure() && !isLate(examined)) {
            seen = unverified(examined.address());
        }
        return seen == null
                ? null
                : ChainSeen.of(seen, plan.target().host(), plan.profile().tls(), Instant.now());
    }

    /** A handshake that does not come to its end does so no better a second time. */
    private boolean isLate(Visit visit) {
        Double ms = visit.between(Moment.CONNECTED, Moment.NOT_OPENED);
        return ms == null || ms * 2 > plan.patience().toMillis();
    }

    /** What the server shows to somebody who takes any certificate, and tells it nothing. */
    private @Nullable TlsSeen unverified(InetAddress address) throws IOException {
        Tls blind = plan.profile().tls().with(Verification.NONE);
        try (Trip trip = Trip.to(address, plan, plan.profile().withTls(blind))) {
            return trip.knock(patience).tls();
        }
    }

    private @Nullable Visit foreign(Visit examined) throws IOException {
        if (plan.depth() == Depth.CONNECT || examined.failure() != null || patience.isOver()) {
            return null;
        }
        progress.at("coming from another site", 0, 0);
        try (Trip trip = Trip.to(examined.address(), plan, fromAnotherSite())) {
            return trip.make(Depth.CONNECT, patience);
        }
    }

    private ClientProfile fromAnotherSite() {
        List<Header> headers = Stream.concat(
                        plan.profile().headers().stream().filter(header -> !header.isNamed("Origin")),
                        Stream.of(new Header("Origin", FOREIGN_ORIGIN)))
                .toList();
        return plan.profile().withHeaders(headers);
    }
}

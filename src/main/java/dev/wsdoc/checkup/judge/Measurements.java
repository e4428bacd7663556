package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.ChainSeen;
import dev.wsdoc.checkup.observe.Examination;
import dev.wsdoc.checkup.observe.HoldSeen;
import dev.wsdoc.checkup.observe.Moment;
import dev.wsdoc.checkup.observe.TlsSeen;
import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.report.CheckupFigures;
import dev.wsdoc.report.CheckupFigures.Address;
import dev.wsdoc.report.CheckupFigures.Certificate;
import dev.wsdoc.report.CheckupFigures.Phase;
import dev.wsdoc.report.CheckupFigures.Tls;
import dev.wsdoc.report.CheckupFigures.Upgrade;
import dev.wsdoc.wire.handshake.Header;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.net.Inet4Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what was seen into the figures of a report. Pure. */
public final class Measurements {
    private final CheckupPlan plan;
    private final Examination seen;

    private Measurements(CheckupPlan plan, Examination seen) {
        this.plan = plan;
        this.seen = seen;
    }

    /**
     * All figures.
     *
     * @param held the connections that were held; null when none were
     */
    public static CheckupFigures of(CheckupPlan plan, Examination seen, @Nullable HoldSeen held) {
        Measurements all = new Measurements(plan, seen);
        return new CheckupFigures(
                all.phases(),
                all.addresses(),
                all.tls(),
                all.upgrade(),
                held == null ? List.of() : HeldTable.ways(held));
    }

    private List<Phase> phases() {
        Visit visit = seen.examined();
        List<Phase> phases = new ArrayList<>();
        if (plan.lookupMs() != null) {
            phases.add(new Phase("DNS", rounded(plan.lookupMs()), null, lookedUp()));
        }
        phases.add(phase(
                "TCP", Moment.CONNECTING, Moment.CONNECTED, visit.address().getHostAddress()));
        if (plan.target().secure() && visit.had(Moment.CONNECTED)) {
            phases.add(phase("TLS", Moment.CONNECTED, Moment.PREPARED, secured()));
        }
        if (visit.had(Moment.PREPARED)) {
            Moment answered = visit.had(Moment.UPGRADED) ? Moment.UPGRADED : Moment.NOT_OPENED;
            phases.add(phase("upgrade", Moment.PREPARED, answered, upgraded()));
        }
        if (visit.had(Moment.PINGED)) {
            phases.add(phase("ping", Moment.PINGED, Moment.PONGED, Replies.toPing(visit)));
        }
        if (visit.had(Moment.SAID)) {
            phases.add(phase("echo", Moment.SAID, Moment.ECHOED, Replies.toText(visit)));
        }
        if (visit.had(Moment.CLOSING) && visit.had(Moment.PINGED)) {
            Moment answered = visit.had(Moment.CLOSE_RECEIVED) ? Moment.CLOSE_RECEIVED : Moment.ENDED;
            phases.add(phase("close", Moment.CLOSING, answered, Replies.toClose(visit)));
        }
        return phases;
    }

    private Phase phase(String name, Moment from, Moment to, String remark) {
        Double ms = seen.examined().between(from, to);
        List<Double> all = seen.series().stream()
                .map(visit -> visit.between(from, to))
                .filter(Objects::nonNull)
                .toList();
        return new Phase(
                name, ms == null ? null : rounded(ms), seen.series().size() < 2 ? null : Spread.of(all), remark);
    }

    private static Double rounded(double ms) {
        return Math.round(ms * 1000) / 1000.0;
    }

    private String lookedUp() {
        return plan.target().host() + " is "
                + plan.addresses().stream()
                        .map(address -> address.getHostAddress())
                        .collect(Collectors.joining(", "));
    }

    private String secured() {
        TlsSeen tls = seen.examined().tls();
        ChainSeen chain = seen.chain();
        String agreed = tls == null ? "failed" : tls.version() + ", " + tls.cipher();
        return chain == null ? agreed : agreed + "; " + chain.own().subject() + ", " + daysLeft(chain) + " days left";
    }

    private String upgraded() {
        UpgradeResponse answer = seen.examined().answer();
        if (answer == null) {
            return Words.failure(seen.examined());
        }
        List<String> facts = new ArrayList<>();
        facts.add(answer.status() + (answer.reasonPhrase().isEmpty() ? "" : " " + answer.reasonPhrase()));
        addFact("server ", answer.header("Server"), facts);
        addFact("via ", answer.header("Via"), facts);
        addFact("subprotocol ", answer.header("Sec-WebSocket-Protocol"), facts);
        addFact("", answer.header("Sec-WebSocket-Extensions"), facts);
        return String.join(", ", facts);
    }

    private static void addFact(String name, @Nullable String value, List<String> facts) {
        if (value != null) {
            facts.add(name + value);
        }
    }

    private List<Address> addresses() {
        return seen.addresses().stream().map(this::address).toList();
    }

    private Address address(Visit visit) {
        Double ms = visit.between(Moment.CONNECTING, Moment.CONNECTED);
        UpgradeResponse answer = visit.answer();
        return new Address(
                visit.address().getHostAddress(),
                visit.address() instanceof Inet4Address ? "IPv4" : "IPv6",
                visit.address().equals(seen.examined().address()),
                ms == null ? null : rounded(ms),
                answer != null && visit.failure() == null ? String.valueOf(answer.status()) : Words.failure(visit));
    }

    private @Nullable Tls tls() {
        ChainSeen chain = seen.chain();
        TlsSeen agreed = seen.examined().tls();
        if (chain == null) {
            return null;
        }
        return new Tls(
                agreed == null ? null : agreed.version(),
                agreed == null ? null : agreed.cipher(),
                daysLeft(chain),
                chain.certificates().stream()
                        .map(one -> new Certificate(
                                one.subject(),
                                one.issuer(),
                                one.notBefore().toString(),
                                one.notAfter().toString()))
                        .toList());
    }

    private static long daysLeft(ChainSeen chain) {
        return Duration.between(chain.seenAt(), chain.own().notAfter()).toDays();
    }

    private @Nullable Upgrade upgrade() {
        UpgradeResponse answer = seen.examined().answer();
        if (answer == null) {
            return null;
        }
        return new Upgrade(
                answer.status(),
                answer.header("Sec-WebSocket-Protocol"),
                answer.header("Sec-WebSocket-Extensions"),
                headers(answer));
    }

    /** Cookies are secrets. */
    private static Map<String, String> headers(UpgradeResponse answer) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : answer.headers()) {
            if (!header.isNamed("Set-Cookie")) {
                headers.merge(
                        header.name().toLowerCase(Locale.ROOT), header.value(), (one, other) -> one + ", " + other);
            }
        }
        return headers;
    }
}

package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.HoldSeen;
import dev.wsdoc.checkup.observe.Holding;
import dev.wsdoc.checkup.plan.HoldKind;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says who cut connections that were held, after how long, what would have kept them, and whose default that is. Pure. */
final class HoldJudge {
    private static final double MS = 1_000;

    private final HoldSeen seen;
    private final String headers;
    private final List<KnownLimit> known;

    /** @param headers of the server's answer that name products, such as Server and Via */
    HoldJudge(HoldSeen seen, String headers, List<KnownLimit> known) {
        this.seen = seen;
        this.headers = headers;
        this.known = known;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(kept());
        List<Holding> untold = seen.named().stream()
                .filter(one -> one.isCut() && one.closeCode() == 0)
                .toList();
        if (!untold.isEmpty()) {
            findings.add(untold(untold));
        }
        return findings;
    }

    private @Nullable Holding cut(HoldKind kind) {
        return seen.named().stream()
                .filter(one -> one.kind() == kind && one.isCut())
                .findFirst()
                .orElse(null);
    }

    private Finding kept() {
        String expected = "a connection on which nothing is said is kept, if its client answers pings";
        Holding answering = cut(HoldKind.ANSWERS);
        Holding silent = cut(HoldKind.SILENT);
        List<String> failures = seen.named().stream()
                .filter(one -> one.failure() != null)
                .map(one -> one.kind().label() + ": " + one.failure())
                .toList();
        if (!failures.isEmpty()) {
            return Questions.KEPT.notChecked(
                    expected, "not every connection was opened; " + String.join("; ", failures), "try again");
        }
        if (answering != null) {
            return Questions.KEPT.warn(expected, cutWords(answering) + ". " + resets(), remedy(answering));
        }
        if (silent != null) {
            return Questions.KEPT.pass(expected, "only who answers no ping is ended: " + cutWords(silent));
        }
        return seen.interrupted()
                ? Questions.KEPT.notChecked(expected, "interrupted; nobody was cut within " + longest(), "wait longer")
                : Questions.KEPT.pass(expected, "nobody cuts within " + longest());
    }

    private String longest() {
        return duration(seen.named().stream().mapToLong(Holding::heldMs).max().orElse(0));
    }

    private static String duration(long ms) {
        return Amount.millis((double) ms);
    }

    /** Such as {@code a client that answers pings is cut after 60.0 s by a bare FIN, ...}. */
    private String cutWords(Holding one) {
        return "a client that "
                + (one.kind() == HoldKind.SILENT ? "is silent" : one.kind().label()) + " is cut after "
                + duration(one.heldMs()) + " " + Words.end(one.closeCode(), one.closeReason(), one.end())
                + (one.pings() > 0 ? ", after " + Amount.of(one.pings(), "ping") : "") + where(one) + whose(one);
    }

    /** What the way past the proxy tells of the same client. */
    private String where(Holding one) {
        Holding direct = seen.direct().stream()
                .filter(other -> other.kind() == one.kind() && other.heldMs() > 0)
                .findFirst()
                .orElse(null);
        if (direct == null || (!direct.isCut() && direct.heldMs() <= one.heldMs())) {
            return ""; // nobody asked, or not for long enough
        }
        String origin =
                "; at " + (seen.origin() == null ? "the origin" : seen.origin().getHostAddress());
        if (!direct.isCut()) {
            return origin + " it is kept, so it is cut by what stands in between";
        }
        return origin + " it is cut after " + duration(direct.heldMs())
                + (isSame(one.heldMs(), direct.heldMs()) ? ", so it is the server itself" : ", so both have a limit");
    }

    private static boolean isSame(long one, long other) {
        return Math.abs(one - other) <= Math.max(1_000, one / 20);
    }

    /** Those whose default it is; who names himself in the answer comes alone. */
    private String whose(Holding one) {
        List<KnownLimit> fitting = known.stream()
                .filter(limit -> limit.explains(one.heldMs() / MS, one.pings() > 0))
                .toList();
        List<KnownLimit> named =
                fitting.stream().filter(limit -> limit.isNamedIn(headers)).toList();
        List<KnownLimit> told = named.isEmpty() ? fitting : named;
        return told.isEmpty()
                ? setting()
                : "; that is the default of "
                        + told.stream().map(KnownLimit::words).collect(Collectors.joining(", or of "));
    }

    /** What sets the limit in a product that names itself, though it is not its default. */
    private String setting() {
        return known.stream()
                .filter(limit -> limit.isNamedIn(headers))
                .findFirst()
                .map(limit -> "; no known default, but " + limit.product()
                        + " names itself in the answer: there it is set by " + limit.setting() + " (" + limit.source()
                        + ")")
                .orElse("; that is nobody's known default");
    }

    /** What would have kept it. */
    private String resets() {
        List<String> keeping = seen.named().stream()
                .filter(one -> !one.isCut() && (one.kind() == HoldKind.PINGS || one.kind() == HoldKind.TEXT))
                .map(one -> one.kind() == HoldKind.PINGS ? "pings of the client" : "texts of the client")
                .toList();
        boolean isAnyTried = seen.named().stream().anyMatch(one -> one.kind() == HoldKind.PINGS);
        if (!keeping.isEmpty()) {
            return "The clock is reset by " + String.join(" and by ", keeping);
        }
        return isAnyTried ? "Nothing that the client says resets the clock: the limit is on the whole life" : "";
    }

    private String remedy(Holding one) {
        return String.format(
                Locale.ROOT,
                "let the server ping more often than every %.0f s, or raise that limit; see %s",
                Math.max(1, Math.floor(one.heldMs() / MS / 2)),
                "RFC 6455 section 5.5.2");
    }

    private static Finding untold(List<Holding> untold) {
        String kinds = untold.stream().map(one -> one.kind().label()).collect(Collectors.joining(", "));
        return Questions.TOLD.warn(
                "a close frame before the end (RFC 6455 section 7.1.1)",
                "none before the end of: " + kinds + "; "
                        + Words.end(0, "", untold.get(0).end()),
                "clients see close code 1006 and no reason, and should connect again; what knows no frames, such as a proxy,"
                        + " cannot do better, so keep the connection from being cut");
    }
}

package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.wire.frame.DeflateTerms;
import dev.wsdoc.wire.handshake.Compression;
import dev.wsdoc.wire.handshake.Offer;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of the upgrade, and of what the client offered with it. Pure. */
final class UpgradeJudge {
    private static final String SWITCHES = "101 Switching Protocols (RFC 6455 section 4.2.2)";

    private final Visit visit;
    private final Offer offer;
    private final boolean sendsOrigin;

    /** @param sendsOrigin whether the client said where it comes from */
    UpgradeJudge(Visit visit, Offer offer, boolean sendsOrigin) {
        this.visit = visit;
        this.offer = offer;
        this.sendsOrigin = sendsOrigin;
    }

    List<Finding> findings() {
        OpenFailure failure = visit.failure();
        if (failure != null) {
            return List.of(refused(failure));
        }
        UpgradeResponse answer = visit.answer();
        if (answer == null) {
            return List.of(
                    Questions.ACCEPTED.fail(SWITCHES, "no answer in time", "see whether the server is overloaded"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Questions.ACCEPTED.pass(SWITCHES, "101, with the right key and nothing that was not offered"));
        addSubprotocol(answer.header("Sec-WebSocket-Protocol"), findings);
        addCompression(answer.header("Sec-WebSocket-Extensions"), findings);
        return findings;
    }

    private Finding refused(OpenFailure failure) {
        UpgradeRefusal refusal = failure.refusal();
        if (refusal == null) {
            return switch (failure.kind()) {
                case TLS -> notReached(failure.text());
                default ->
                    Questions.ACCEPTED.fail(
                            SWITCHES,
                            failure.text(),
                            "see whether something listens there that takes connections and serves none, such as a full"
                                    + " accept queue or a server that waits for TLS");
            };
        }
        return switch (refusal.reason()) {
            case WRONG_ACCEPT ->
                Questions.KEY.fail(
                        "Sec-WebSocket-Accept made of the client's key (RFC 6455 section 4.2.2)",
                        refusal.detail(),
                        "let the server compute it from each request's key; look for a cache or a proxy that answers for it");
            case REDIRECT ->
                Questions.DIRECT.fail(
                        SWITCHES,
                        refusal.detail(),
                        "give clients that URL, with ws or wss: browsers follow no redirect here (Fetch, WebSocket"
                                + " opening handshake; RFC 6455 section 4.1 leaves it to the client)");
            case UNEXPECTED_SUBPROTOCOL -> SubprotocolWords.unoffered(refusal.detail());
            case UNEXPECTED_EXTENSION ->
                Questions.COMPRESSION.fail(
                        "only extensions, and only on terms, that were offered (RFC 6455 section 9.1, RFC 7692 section 5)",
                        refusal.detail(),
                        "let the server answer with what the request offered, or with none");
            case NOT_UPGRADED ->
                Questions.ACCEPTED.fail(
                        "101 with Upgrade: websocket and Connection: Upgrade (RFC 6455 section 4.2.2)",
                        refusal.detail(),
                        "let the server send both; a proxy may take them off (RFC 9110 section 7.6.1)");
            case NOT_HTTP, HEAD_TOO_LARGE, CUT ->
                Questions.ACCEPTED.fail(SWITCHES, refusal.detail(), whatElse(refusal));
            case STATUS -> status(refusal);
        };
    }

    private static Finding notReached(String text) {
        return Questions.ACCEPTED.notChecked(SWITCHES, "TLS did not come about: " + text, "see to TLS first");
    }

    private static String whatElse(UpgradeRefusal refusal) {
        return switch (refusal.reason()) {
            case CUT -> "see the server's log; it may want TLS (wss://), or know nothing of HTTP";
            default -> "see what listens on this port; it does not seem to be an HTTP server";
        };
    }

    private Finding status(UpgradeRefusal refusal) {
        UpgradeResponse head = refusal.response();
        String proxy = head == null ? null : ProxyWords.between(head);
        if (proxy != null && (refusal.status() == 200 || refusal.status() == 426)) {
            return Questions.PROXY.fail(
                    SWITCHES + "; a proxy has to pass on Upgrade and Connection (RFC 9110 section 7.8)",
                    refusal.detail() + ", and " + proxy + " is in between: the server saw a plain request",
                    ProxyWords.remedy(proxy));
        }
        if (SubprotocolWords.isDemanded(refusal)) {
            return SubprotocolWords.demanded("answered " + refusal.detail());
        }
        return Questions.ACCEPTED.fail(
                SWITCHES,
                "answered " + refusal.detail() + (proxy == null ? "" : ", from " + proxy),
                remedy(refusal.status()));
    }

    private String remedy(int status) {
        return switch (status) {
            case 200, 426 ->
                "see whether the path is a WebSocket's, and whether a proxy in between drops the Upgrade header";
            case 400 -> "see the server's log for what it lacks; a proxy in between may drop the Upgrade header";
            case 401, 407 -> "bring what authorizes: --bearer, --basic, --cookie or -H";
            case 403 ->
                sendsOrigin
                        ? "see whether the server allows this origin, and this user"
                        : "come as a page of the site with --origin https://SITE, or bring what authorizes: --bearer, --cookie";
            case 404, 405 -> "see whether the path is right";
            case 429, 503 -> "see what limits the server: it says that it has enough to do";
            case 502, 504 -> "see whether the server behind the proxy runs, and is where the proxy looks for it";
            default -> "see the server's log";
        };
    }

    private void addSubprotocol(@Nullable String chosen, List<Finding> findings) {
        if (offer.subprotocols().isEmpty()) {
            return;
        }
        String expected = "one of " + String.join(", ", offer.subprotocols()) + " (RFC 6455 section 4.2.2)";
        findings.add(
                chosen != null
                        ? Questions.SUBPROTOCOL.pass(expected, chosen)
                        : Questions.SUBPROTOCOL.warn(
                                expected,
                                "the server chose none",
                                "let the server choose one that it knows, or offer none: browsers that offered some"
                                        + " fail the connection"));
    }

    private void addCompression(@Nullable String extensions, List<Finding> findings) {
        if (offer.compression() == Compression.NONE) {
            return;
        }
        String expected = DeflateTerms.NAME + ", which was offered (RFC 7692 section 5)";
        findings.add(
                extensions != null && extensions.toLowerCase(Locale.ROOT).startsWith(DeflateTerms.NAME)
                        ? Questions.COMPRESSION.pass(expected, extensions)
                        : Questions.COMPRESSION.warn(
                                expected,
                                "the server agreed to none",
                                "turn it on in the server if messages are to be compressed; a proxy may take"
                                        + " Sec-WebSocket-Extensions off"));
    }
}

package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Examination;
import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Whether TLS came about, and as whom the server shows itself. Pure. */
final class TlsJudge {
    private static final String NO_HTTP1 = "no_application_protocol"; // the alert's name: RFC 7301 section 3.2

    private TlsJudge() {}

    /** Nothing where there is no TLS. */
    static List<Finding> findings(Examination seen, int certificateDays) {
        List<Finding> findings = new ArrayList<>();
        if (seen.chain() != null) {
            findings.addAll(new CertificateJudge(seen.chain(), certificateDays).findings());
        }
        Visit visit = seen.examined();
        OpenFailure failure = visit.failure();
        boolean isTold = findings.stream().anyMatch(finding -> finding.outcome() == Outcome.FAIL);
        if (failure != null && failure.kind() == OpenFailure.Kind.TLS && !isTold) {
            findings.add(0, handshake(failure.text()));
        } else if (visit.tls() != null) {
            findings.add(
                    0,
                    Questions.HANDSHAKE.pass(
                            "a TLS connection",
                            visit.tls().version() + ", " + visit.tls().cipher()));
        }
        return findings;
    }

    private static Finding handshake(String text) {
        return text.contains(NO_HTTP1)
                ? Questions.HTTP1.fail(
                        "http/1.1 by ALPN (RFC 7301); only by an extension does HTTP/2 carry WebSockets (RFC 8441)",
                        text,
                        "let the server, or the proxy before it, offer http/1.1 besides h2 on this port")
                : Questions.HANDSHAKE.fail("a TLS connection", text, "see the server's TLS settings and its log");
    }
}

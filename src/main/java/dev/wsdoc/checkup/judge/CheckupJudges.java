package dev.wsdoc.checkup.judge;

import dev.wsdoc.checkup.observe.Examination;
import dev.wsdoc.checkup.observe.HoldSeen;
import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.checkup.plan.Depth;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Strictness;
import dev.wsdoc.verdict.Verdict;
import dev.wsdoc.wire.handshake.UpgradeRequest;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Asks all judges. Pure. */
public final class CheckupJudges {
    private CheckupJudges() {}

    public static List<Finding> findings(CheckupPlan plan, Examination seen) {
        Visit visit = seen.examined();
        ClientProfile profile = plan.profile();
        UpgradeRequest request = new UpgradeRequest("localhost", "/", profile.headers(), profile.compression());
        boolean sendsOrigin = profile.headers().stream().anyMatch(header -> header.isNamed("Origin"));
        List<Finding> findings = new ArrayList<>(AddressJudge.findings(seen.addresses()));
        findings.addAll(TlsJudge.findings(seen, plan.certificateDays()));
        if (seen.interrupted() && !visit.isOver()) {
            return findings; // what did not come might still have come
        }
        findings.addAll(new UpgradeJudge(visit, request.offer(), sendsOrigin).findings());
        if (plan.depth() != Depth.CONNECT && visit.failure() == null) {
            findings.addAll(new ConversationJudge(visit, plan.patience()).findings());
        }
        findings.addAll(SeriesJudge.findings(seen.series()));
        if (seen.foreign() != null) {
            findings.add(OriginJudge.finding(seen.foreign(), profile.headers()));
        }
        return findings;
    }

    /** What the connections tell that were held. */
    public static List<Finding> findings(HoldSeen held, Examination seen) {
        UpgradeResponse answer = seen.examined().answer();
        String headers = answer == null ? "" : answer.header("Server") + " " + answer.header("Via");
        return new HoldJudge(held, headers, KnownLimit.all()).findings();
    }

    /** Healthy when something was looked at and nothing condemns the server: here it is the serving that is examined. */
    public static Verdict verdict(Collection<Finding> findings, Strictness strictness) {
        Verdict verdict = Verdict.of(findings, strictness);
        boolean isAnythingWell = findings.stream().anyMatch(finding -> finding.outcome() == Outcome.PASS);
        return verdict == Verdict.INCONCLUSIVE && isAnythingWell ? Verdict.HEALTHY : verdict;
    }
}

package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.ProcessSample;
import dev.wsdoc.chaos.observe.ProcessSeen;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.EvidencePlan.Place;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Did the server's process come through, and give back what the dead connections held? Pure. */
public final class ProcessJudge {
    private static final long MIB = 1 << 20;

    private ProcessJudge() {}

    /** Empty for a server in wsdoc's own process, whose figures are mostly those of the clients. */
    static List<Finding> findings(ChaosPlan plan, Observations seen) {
        if (plan.evidence().place() == Place.HERE) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(alive(plan, seen));
        findings.add(LeftBehindJudge.descriptors(plan, seen));
        findings.add(closeWait(plan, seen));
        findings.add(LeftBehindJudge.memory(plan, seen));
        findings.add(LeftBehindJudge.threads(plan, seen));
        return findings;
    }

    private static Finding alive(ChaosPlan plan, Observations seen) {
        String expected = "the server's process lives through it all";
        if (plan.evidence().process() == null) {
            return unknown(Checks.PROCESS_ALIVE, expected);
        }
        ProcessSeen process = seen.process();
        if (process == null) {
            return MissingEvidence.unreached(Checks.PROCESS_ALIVE, expected, seen);
        }
        return process.death() == null
                ? Checks.PROCESS_ALIVE.pass(expected, "process " + process.pid() + " lives")
                : Checks.PROCESS_ALIVE
                        .fail(
                                expected,
                                process.death(),
                                "find out from its last words why a client's death kills it, and catch that where the"
                                        + " connection is served")
                        .quoting(process.lastWords());
    }

    private static Finding closeWait(ChaosPlan plan, Observations seen) {
        String expected = "no socket on port " + plan.target().port() + " is left in CLOSE_WAIT";
        if (plan.evidence().process() == null) {
            return unknown(Checks.NO_CLOSE_WAIT, expected);
        }
        ProcessSeen process = seen.process();
        if (process == null || process.before() == null || process.after() == null) {
            return MissingEvidence.unreached(Checks.NO_CLOSE_WAIT, expected, seen);
        }
        if (process.after().sockets().listening() == 0) {
            return Checks.NO_CLOSE_WAIT.notChecked(
                    expected,
                    "process " + process.pid() + " lives where nobody listens on port "
                            + plan.target().port(),
                    "name the process that serves " + plan.target() + " itself, not one in front of it");
        }
        int before = process.before().sockets().closeWait();
        int after = process.after().sockets().closeWait();
        String observed = after + " in CLOSE_WAIT" + (before > 0 ? ", " + before + " before" : "");
        return after <= before
                ? Checks.NO_CLOSE_WAIT.pass(expected, observed)
                : Checks.NO_CLOSE_WAIT.fail(
                        expected, observed, "close the socket when a read comes to the end of the stream");
    }

    /** Nobody said which process it is. */
    static Finding unknown(Check check, String expected) {
        return check.notChecked(
                expected,
                "it is not known in which process the server runs",
                "let wsdoc start it with --exec 'COMMAND', or name it with --pid N");
    }

    /** The figures in one line. */
    static String summary(ProcessSeen process) {
        return "process " + process.pid() + ": "
                + Stream.of(
                                figures("before", process.before()),
                                figures("with all sockets open", process.crowded()),
                                figures("after", process.after()),
                                figures(waves(process), process.waves().isEmpty() ? null : process.latest()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    private static String waves(ProcessSeen process) {
        int more = process.waves().size();
        return more == 1 ? "after a second wave" : "after " + more + " further waves";
    }

    private static String figures(String when, @Nullable ProcessSample sample) {
        return sample == null
                ? ""
                : when + " " + Amount.of(sample.figures().descriptors(), "descriptor") + ", "
                        + sample.figures().residentBytes() / MIB + " MiB, "
                        + Amount.of(sample.figures().threads(), "thread") + ", "
                        + sample.sockets().closeWait() + " in CLOSE_WAIT";
    }
}

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

/**
 * Did the server's process come through, and give back what the dead connections held? Pure.
 *
 * <p>Descriptors are exact, so few may be missing: a tenth of the victims, between 2 and 10, which is room for a log file, a
 * pool or a kept HTTP connection. Memory is not: allocators and garbage collectors keep what they had. It fails only when
 * it more than doubled, by more than 256 MiB and by more than 1 MiB for each victim; from 64 MiB and half of what it was,
 * it is worth a warning.
 */
public final class ProcessJudge {
    private static final long MIB = 1 << 20;
    private static final int MOST_SPARE = 10;
    private static final long MUCH = 256 * MIB;
    private static final long NOTABLE = 64 * MIB;
    private static final long MUCH_PER_VICTIM = MIB;

    private ProcessJudge() {}

    /** Empty for a server in wsdoc's own process, whose figures are mostly those of the clients. */
    static List<Finding> findings(ChaosPlan plan, Observations seen) {
        if (plan.evidence().place() == Place.HERE) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(alive(plan, seen));
        findings.add(descriptors(plan, seen));
        findings.add(closeWait(plan, seen));
        findings.add(memory(plan, seen));
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

    private static Finding descriptors(ChaosPlan plan, Observations seen) {
        int spare = spare(plan);
        String expected = "afterwards no more open descriptors than before, " + spare + " spared";
        if (plan.evidence().process() == null) {
            return unknown(Checks.FDS_RESTORED, expected);
        }
        ProcessSeen process = seen.process();
        if (process == null || process.before() == null || process.after() == null) {
            return MissingEvidence.unreached(Checks.FDS_RESTORED, expected, seen);
        }
        long before = process.before().figures().descriptors();
        long after = process.after().figures().descriptors();
        if (before < 0 || after < 0) {
            return Checks.FDS_RESTORED.notChecked(
                    expected,
                    "the descriptors of process " + process.pid() + " may not be seen",
                    "run wsdoc as the server's user");
        }
        String observed = before + " before, " + crowded(process) + after + " after all sockets were closed";
        return after - before <= spare
                ? Checks.FDS_RESTORED.pass(expected, observed)
                : Checks.FDS_RESTORED.fail(
                        expected,
                        observed,
                        "close the socket, and whatever was opened for the connection, however it ends");
    }

    private static String crowded(ProcessSeen process) {
        ProcessSample crowded = process.crowded();
        return crowded == null ? "" : crowded.figures().descriptors() + " with all sockets open, ";
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
        String observed = after + " in CLOSE_WAIT" + (before > 0 ? ", " + before + " of them before" : "");
        return after <= before
                ? Checks.NO_CLOSE_WAIT.pass(expected, observed)
                : Checks.NO_CLOSE_WAIT.fail(
                        expected, observed, "close the socket when a read comes to the end of the stream");
    }

    private static Finding memory(ChaosPlan plan, Observations seen) {
        String expected = "resident memory does not grow in step with the victims: at most doubled, or " + MUCH / MIB
                + " MiB, or 1 MiB a victim";
        if (plan.evidence().process() == null) {
            return unknown(Checks.MEMORY_RESTORED, expected);
        }
        ProcessSeen process = seen.process();
        if (process == null || process.before() == null || process.after() == null) {
            return MissingEvidence.unreached(Checks.MEMORY_RESTORED, expected, seen);
        }
        long before = process.before().figures().residentBytes();
        long after = process.after().figures().residentBytes();
        long grown = after - before;
        String observed =
                before / MIB + " MiB before, " + after / MIB + " MiB after " + Amount.of(plan.victimCount(), "victim");
        String remedy = "look for what is kept for each connection when it is gone (a heap dump tells)";
        if (grown > Math.max(before, Math.max(MUCH, MUCH_PER_VICTIM * plan.victimCount()))) {
            return Checks.MEMORY_RESTORED.fail(expected, observed, remedy);
        }
        return grown > Math.max(before / 2, NOTABLE)
                ? Checks.MEMORY_RESTORED.warn(
                        expected, observed, "run it again with more victims: if it grows with them, " + remedy)
                : Checks.MEMORY_RESTORED.pass(expected, observed);
    }

    private static Finding unknown(Check check, String expected) {
        return check.notChecked(
                expected,
                "it is not known in which process the server runs",
                "let wsdoc start it with --exec 'COMMAND', or name it with --pid N");
    }

    private static int spare(ChaosPlan plan) {
        return Math.max(ProcessSample.SPARE_DESCRIPTORS, Math.min(MOST_SPARE, plan.victimCount() / 10));
    }

    /** The figures in one line. */
    static String summary(ProcessSeen process) {
        return "process " + process.pid() + ": "
                + Stream.of(
                                figures("before", process.before()),
                                figures("with all sockets open", process.crowded()),
                                figures("after", process.after()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
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

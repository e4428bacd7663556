package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.LeftBehind;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.ProcessSample;
import dev.wsdoc.chaos.observe.ProcessSeen;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.evidence.ProcessFigures;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Did the server's process give back what the dead connections held? The thresholds are those of {@link LeftBehind}; what is left
 * is a failure once a second wave has left as much again, and only then. Pure.
 */
final class LeftBehindJudge {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    private LeftBehindJudge() {}

    static Finding descriptors(ChaosPlan plan, Observations seen) {
        int victims = victims(plan, seen);
        String expected = "afterwards no more sockets on port " + plan.target().port() + " and no more descriptors than"
                + " before, " + LeftBehind.spare(victims) + " spared; or no more again after a second wave";
        ProcessSeen process = seen.process();
        if (plan.evidence().process() == null) {
            return ProcessJudge.unknown(Checks.FDS_RESTORED, expected);
        }
        LeftBehind left = process == null ? null : process.left(victims);
        if (process == null || left == null) {
            return MissingEvidence.unreached(Checks.FDS_RESTORED, expected, seen);
        }
        if (areHidden(process) && !left.keepsDescriptors()) {
            return Checks.FDS_RESTORED.notChecked(
                    expected,
                    "the descriptors of process " + process.pid() + " may not be seen",
                    "run wsdoc as the server's user");
        }
        LeftBehind again = process.leftAgain();
        String observed =
                held(process) + (again == null ? "" : secondWave(again) + " left " + counted(again) + " more");
        String remedy = "close the socket, and whatever was opened for the connection, however it ends";
        if (!left.keepsDescriptors()) {
            return Checks.FDS_RESTORED.pass(expected, observed);
        }
        if (again == null) {
            return unrepeated(Checks.FDS_RESTORED, expected, observed, remedy);
        }
        return again.repeatsDescriptors()
                ? Checks.FDS_RESTORED.fail(expected, observed, remedy)
                : Checks.FDS_RESTORED.pass(expected, observed);
    }

    static Finding memory(ChaosPlan plan, Observations seen) {
        int victims = victims(plan, seen);
        String expected =
                "resident memory does not grow by " + LeftBehind.BYTES_PER_VICTIM / KIB + " kB a victim and more (from "
                        + LeftBehind.LEAST_BYTES / MIB + " MiB); or not again in a second wave";
        ProcessSeen process = seen.process();
        if (plan.evidence().process() == null) {
            return ProcessJudge.unknown(Checks.MEMORY_RESTORED, expected);
        }
        LeftBehind left = process == null ? null : process.left(victims);
        if (process == null || left == null || process.before() == null || process.after() == null) {
            return MissingEvidence.unreached(Checks.MEMORY_RESTORED, expected, seen);
        }
        LeftBehind again = process.leftAgain();
        String observed = mib(process.before()) + " MiB before, " + mib(process.after()) + " MiB after "
                + Amount.of(victims, "victim") + bornMemory(left, process.before(), process.after())
                + (again == null ? "" : secondWave(again) + " added " + again.bytes() / KIB + " kB");
        String remedy = "look for what is kept for each connection when it is gone (a heap dump tells)";
        if (!left.keepsMemory()) {
            return Checks.MEMORY_RESTORED.pass(expected, observed);
        }
        if (again == null) {
            return unrepeated(Checks.MEMORY_RESTORED, expected, observed, remedy);
        }
        return again.repeatsMemoryOf(left)
                ? Checks.MEMORY_RESTORED.fail(expected, observed, remedy)
                : Checks.MEMORY_RESTORED.pass(expected, observed);
    }

    /** Whether it is a leak cannot be told. */
    private static Finding unrepeated(Check check, String expected, String observed, String remedy) {
        return check.warn(
                expected,
                observed + "; there was no second wave to tell a leak from what is taken once",
                "run it again with a fault that comes up front (--abrupt N) and time enough (--timeout): if it repeats, "
                        + remedy);
    }

    /** Those that came at all: waves of one fault are several. */
    private static int victims(ChaosPlan plan, Observations seen) {
        int came = seen.outcomes() == null ? 0 : seen.outcomes().all().size();
        return came == 0 ? plan.victimCount() : came;
    }

    private static boolean areHidden(ProcessSeen process) {
        return descriptors(process.before()) < 0 || descriptors(process.after()) < 0;
    }

    private static long descriptors(@Nullable ProcessSample sample) {
        return sample == null ? -1 : sample.figures().descriptors();
    }

    private static String held(ProcessSeen process) {
        ProcessSample before = process.before();
        ProcessSample after = process.after();
        if (before == null || after == null) {
            return "";
        }
        ProcessSample crowded = process.crowded();
        String full = crowded == null ? "" : crowded.figures().descriptors() + " with all sockets open, ";
        ProcessFigures elder = after.figures().ofThoseIn(before.figures());
        long born = after.figures().descriptors() - elder.descriptors();
        long sockets = after.sockets().held() - before.sockets().held();
        return before.figures().descriptors() + " before, " + full
                + after.figures().descriptors()
                + " after all sockets were closed"
                + (born > 0 ? ", " + born + " of them in processes that were born meanwhile" : "")
                + (sockets > 0 ? "; " + sockets + " more sockets on the server's port than before" : "");
    }

    private static String secondWave(LeftBehind again) {
        return "; a second wave of " + Amount.of(again.victims(), "victim");
    }

    private static long counted(LeftBehind again) {
        return Math.max(0, Math.max(again.sockets(), again.descriptors()));
    }

    private static long mib(ProcessSample sample) {
        return sample.figures().residentBytes() / MIB;
    }

    private static String bornMemory(LeftBehind left, ProcessSample before, ProcessSample after) {
        long born = after.figures().residentBytes() - before.figures().residentBytes() - left.bytes();
        return after.figures().processes() > before.figures().processes()
                ? " (" + born / MIB + " MiB of it in processes that were born meanwhile)"
                : "";
    }
}

package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.LeftBehind;
import dev.wsdoc.chaos.observe.MemoryLimits;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.ProcessSample;
import dev.wsdoc.chaos.observe.ProcessSeen;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.evidence.ProcessFigures;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Finding;
import java.util.Iterator;
import java.util.function.Function;

/**
 * Did the server's process give back what the dead connections held? The thresholds are those of {@link LeftBehind} and {@link
 * MemoryLimits}; what is left
 * is a failure once further waves have left as much again, and only then. Pure.
 *
 * @param victims of all but the second wave
 */
record LeftBehindJudge(ProcessSeen process, ProcessSample before, ProcessSample after, int victims) {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    private static final String UNREPEATED = "; there was no second wave to tell a leak from what is taken once";
    private static final String REPEAT =
            "run it again with a fault whose victims come up front (--abrupt N), and with time enough (--timeout)";

    static Finding descriptors(ChaosPlan plan, Observations seen) {
        String expected = "afterwards no more sockets on port " + plan.target().port() + " and no more descriptors than"
                + " before, " + LeftBehind.spare(victims(plan, seen))
                + " spared; or not again more after a second wave";
        return finding(Checks.FDS_RESTORED, expected, plan, seen, judge -> judge.descriptors(expected));
    }

    static Finding memory(ChaosPlan plan, Observations seen) {
        ProcessSample before = seen.process() == null ? null : seen.process().before();
        MemoryLimits limits = before == null ? MemoryLimits.FREED_AT_ONCE : MemoryLimits.of(before.figures());
        String expected = "resident memory does not grow by " + limits.perVictim() / KIB + " kB a victim, from "
                + limits.least() / MIB + " MiB; or not again in each further wave, from " + limits.leastAgain() / MIB
                + " MiB and half as much a victim";
        return finding(Checks.MEMORY_RESTORED, expected, plan, seen, judge -> judge.memory(expected));
    }

    static Finding threads(ChaosPlan plan, Observations seen) {
        String expected =
                "afterwards not as many threads more as half of the victims; or not again after each further wave";
        return finding(Checks.THREADS_RESTORED, expected, plan, seen, judge -> judge.threads(expected));
    }

    private static Finding finding(
            Check check,
            String expected,
            ChaosPlan plan,
            Observations seen,
            Function<LeftBehindJudge, Finding> judgement) {
        if (plan.evidence().process() == null) {
            return ProcessJudge.unknown(check, expected);
        }
        ProcessSeen process = seen.process();
        if (process == null || process.before() == null || process.after() == null) {
            return MissingEvidence.unreached(check, expected, seen);
        }
        return judgement.apply(new LeftBehindJudge(process, process.before(), process.after(), victims(plan, seen)));
    }

    /** Those that came at all: waves of one fault are several. */
    private static int victims(ChaosPlan plan, Observations seen) {
        int came = seen.outcomes() == null ? 0 : seen.outcomes().all().size();
        return came == 0 ? plan.victimCount() : came;
    }

    private Finding descriptors(String expected) {
        LeftBehind left = LeftBehind.between(before, after, victims);
        boolean areHidden =
                before.figures().descriptors() < 0 || after.figures().descriptors() < 0;
        if (areHidden && !left.keepsDescriptors()) {
            return Checks.FDS_RESTORED.notChecked(
                    expected,
                    "the descriptors of process " + process.pid() + " may not be seen",
                    "run wsdoc as the server's user");
        }
        LeftBehind again = process.leftAgain().stream().findFirst().orElse(null);
        String observed = held()
                + (again == null
                        ? ""
                        : wave(ProcessSeen.FURTHER_WAVES.get(0), again) + " left " + Math.max(0, again.kept())
                                + " more");
        if (!left.keepsDescriptors()) {
            return Checks.FDS_RESTORED.pass(expected, observed);
        }
        if (again == null) {
            return Checks.FDS_RESTORED.warn(expected, observed + UNREPEATED, REPEAT);
        }
        return again.repeatsDescriptors()
                ? Checks.FDS_RESTORED.fail(
                        expected,
                        observed,
                        "close the socket, and whatever was opened for the connection, however it ends")
                : Checks.FDS_RESTORED.pass(expected, observed);
    }

    private Finding memory(String expected) {
        LeftBehind left = LeftBehind.between(before, after, victims);
        String observed = mib(before) + " MiB before, " + mib(after) + " MiB after " + Amount.of(victims, "victim")
                + bornMemory(left) + further(again -> " added " + again.bytes() / KIB + " kB");
        if (!left.keepsMemory()) {
            return Checks.MEMORY_RESTORED.pass(expected, observed);
        }
        if (process.waves().isEmpty()) { // what a process takes once is no finding, and only that is known
            return Checks.MEMORY_RESTORED.notChecked(expected, observed + UNREPEATED, REPEAT);
        }
        return process.keepsTakingMemory(victims)
                ? Checks.MEMORY_RESTORED.fail(
                        expected,
                        observed,
                        "look for what is kept for each connection when it is gone (a heap dump tells)")
                : Checks.MEMORY_RESTORED.pass(expected, observed);
    }

    /** A pool that is filled thread by thread looks the same until it is full: no more than a warning. */
    private Finding threads(String expected) {
        String observed = before.figures().threads() + " before, "
                + after.figures().threads() + " after " + Amount.of(victims, "victim")
                + further(again -> " left " + Math.max(0, again.threads()) + " more");
        return process.keepsTakingThreads(victims)
                ? Checks.THREADS_RESTORED.warn(
                        expected,
                        observed,
                        "end the threads, timers and executors that were made for a connection when it ends; a pool that"
                                + " is not full yet is none of these")
                : Checks.THREADS_RESTORED.pass(expected, observed);
    }

    private String held() {
        ProcessSample crowded = process.crowded();
        ProcessFigures elder = after.figures().ofThoseIn(before.figures());
        long born = after.figures().descriptors() - elder.descriptors();
        long sockets = LeftBehind.between(before, after, victims).sockets();
        return before.figures().descriptors() + " before, "
                + (crowded == null ? "" : crowded.figures().descriptors() + " with all sockets open, ")
                + after.figures().descriptors() + " after all sockets were closed"
                + (born > 0 ? ", " + born + " of them in processes that were born meanwhile" : "")
                + (sockets > 0 ? "; " + sockets + " more sockets on the server's port than before" : "");
    }

    private String bornMemory(LeftBehind left) {
        long born = after.figures().residentBytes() - before.figures().residentBytes() - left.bytes();
        return after.figures().processes() > before.figures().processes()
                ? " (" + born / MIB + " MiB of it in processes that were born meanwhile)"
                : "";
    }

    /** Such as {@code ; a second wave of 15 victims added 46000 kB; a third wave of 15 victims added 0 kB}. */
    private String further(Function<LeftBehind, String> words) {
        StringBuilder out = new StringBuilder();
        Iterator<String> names = ProcessSeen.FURTHER_WAVES.iterator();
        for (LeftBehind again : process.leftAgain()) {
            out.append(wave(names.next(), again)).append(words.apply(again));
        }
        return out.toString();
    }

    private static String wave(String name, LeftBehind again) {
        return "; a " + name + " of " + Amount.of(again.victims(), "victim");
    }

    private static long mib(ProcessSample sample) {
        return sample.figures().residentBytes() / MIB;
    }
}

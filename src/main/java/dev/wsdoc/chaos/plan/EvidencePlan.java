package dev.wsdoc.chaos.plan;

import dev.wsdoc.evidence.CountSource;
import dev.wsdoc.evidence.LogFollower;
import dev.wsdoc.evidence.LogSource;
import dev.wsdoc.evidence.NumbersPage;
import dev.wsdoc.evidence.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the server can be heard of, besides the sockets.
 *
 * @param logs its logs; empty when there is none to audit
 * @param token bearer token of the debug endpoints; null for none
 * @param place where the server runs
 * @param counts what a server that knows nothing of wsdoc says of its connections; null when that is not known
 * @param numbers the page on which that is to be found; null when none was named
 * @param process the process that the server runs in; null when it is not known
 * @param notes what of all this was found without being named, and what was not, for the report
 */
public record EvidencePlan(
        List<LogSource> logs,
        @Nullable String token,
        Place place,
        @Nullable CountSource counts,
        @Nullable NumbersPage numbers,
        @Nullable ServerProcess process,
        List<String> notes) {

    /** Where the server runs. */
    public enum Place {
        /** In wsdoc's own process, whose figures are mostly those of wsdoc. */
        HERE,
        /** In a process of its own. */
        ELSEWHERE
    }

    public EvidencePlan {
        logs = List.copyOf(logs);
        notes = List.copyOf(notes);
    }

    /** A server elsewhere of which nothing is known but its logs. */
    public static EvidencePlan ofLogs(List<LogSource> logs) {
        return new EvidencePlan(logs, null, Place.ELSEWHERE, null, null, null, List.of());
    }

    /** A server in this process, whose log is removed when it is healthy. */
    public static EvidencePlan ofServerHere(Path log) {
        return new EvidencePlan(
                List.of(() -> LogFollower.fromEnd(log, "the reference server's log")),
                null,
                Place.HERE,
                null,
                null,
                null,
                List.of());
    }

    public EvidencePlan withToken(@Nullable String other) {
        return new EvidencePlan(logs, other, place, counts, numbers, process, notes);
    }

    public EvidencePlan withCounts(@Nullable CountSource other) {
        return new EvidencePlan(logs, token, place, other, numbers, process, notes);
    }

    public EvidencePlan withNumbers(@Nullable NumbersPage other) {
        return new EvidencePlan(logs, token, place, counts, other, process, notes);
    }

    public EvidencePlan withProcess(@Nullable ServerProcess other) {
        return new EvidencePlan(logs, token, place, counts, numbers, other, notes);
    }

    public EvidencePlan withLogs(List<LogSource> others) {
        return new EvidencePlan(others, token, place, counts, numbers, process, notes);
    }

    /** The same, with another log after its own. */
    public EvidencePlan withLog(LogSource other) {
        return withLogs(Stream.concat(logs.stream(), Stream.of(other)).toList());
    }

    public EvidencePlan withNote(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new EvidencePlan(logs, token, place, counts, numbers, process, all);
    }
}

package dev.wsdoc.chaos.plan;

import dev.wsdoc.evidence.CountSource;
import dev.wsdoc.evidence.LogFollower;
import dev.wsdoc.evidence.LogSource;
import dev.wsdoc.evidence.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the server can be heard of, besides the sockets.
 *
 * @param logs its logs; empty when there is none to audit
 * @param token bearer token of the debug endpoints; null for none
 * @param place where the server runs
 * @param counts what a server that knows nothing of wsdoc says of its connections; null when that is not known
 * @param process the process that the server runs in; null when it is not known
 */
public record EvidencePlan(
        List<LogSource> logs,
        @Nullable String token,
        Place place,
        @Nullable CountSource counts,
        @Nullable ServerProcess process) {

    /** Where the server runs. */
    public enum Place {
        /** In wsdoc's own process, whose figures are mostly those of wsdoc. */
        HERE,
        /** In a process of its own. */
        ELSEWHERE
    }

    public EvidencePlan {
        logs = List.copyOf(logs);
    }

    /** A server elsewhere of which nothing is known but its logs. */
    public static EvidencePlan ofLogs(List<LogSource> logs) {
        return new EvidencePlan(logs, null, Place.ELSEWHERE, null, null);
    }

    /** A server in this process, whose log is removed when it is healthy. */
    public static EvidencePlan ofServerHere(Path log) {
        return new EvidencePlan(
                List.of(() -> LogFollower.fromEnd(log, "the reference server's log")), null, Place.HERE, null, null);
    }

    public EvidencePlan withToken(@Nullable String other) {
        return new EvidencePlan(logs, other, place, counts, process);
    }

    public EvidencePlan withCounts(@Nullable CountSource other) {
        return new EvidencePlan(logs, token, place, other, process);
    }

    public EvidencePlan withProcess(ServerProcess other) {
        return new EvidencePlan(logs, token, place, counts, other);
    }
}

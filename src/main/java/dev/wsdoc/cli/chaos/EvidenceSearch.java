package dev.wsdoc.cli.chaos;

import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.evidence.LogFollower;
import dev.wsdoc.evidence.ServerProcess;
import dev.wsdoc.evidence.search.LogSearch;
import dev.wsdoc.evidence.search.ServerSearch;
import dev.wsdoc.evidence.search.Sighting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds to a plan what can be found out about the server on this machine without being named, and a note on each.
 *
 * @param wanted what is to be looked for
 */
record EvidenceSearch(EvidencePlan plan, Set<Kind> wanted) {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceSearch.class);

    /** What can be looked for. */
    enum Kind {
        PROCESS,
        LOG
    }

    EvidenceSearch {
        wanted = Set.copyOf(wanted);
    }

    /** Whoever listens where the target is, and its logs. */
    EvidencePlan byPort(InetSocketAddress address) {
        if (wanted.isEmpty()) {
            return plan;
        }
        Sighting sighting = ServerSearch.at(address);
        if (sighting instanceof Sighting.OutOfReach outOfReach) {
            return plan.withNote(outOfReach.why());
        }
        return sighting instanceof Sighting.Seen seen ? take(seen) : plan;
    }

    private EvidencePlan take(Sighting.Seen seen) {
        ServerProcess process;
        try {
            process = ServerProcess.of(seen.pid());
        } catch (IOException e) {
            LOG.debug("It ended just now", e);
            return plan;
        }
        EvidencePlan more = wanted.contains(Kind.PROCESS)
                ? plan.withProcess(process)
                        .withNote("examined process " + seen.pid() + " (" + seen.name() + "), found by its port"
                                + (seen.remark().isEmpty() ? "" : ", " + seen.remark())
                                + "; --no-process leaves it out")
                : plan;
        return new EvidenceSearch(more, wanted).byProcess(process);
    }

    /** The logs of a process that is known. */
    EvidencePlan byProcess(ServerProcess process) {
        if (!wanted.contains(Kind.LOG)) {
            return plan;
        }
        EvidencePlan more = withLogs(List.of(), process);
        return more.logs().isEmpty() ? more.withNote(LogSearch.nothing(process.pid())) : more;
    }

    /** The logs of a process whose output is followed already. */
    EvidencePlan besides(Path output, ServerProcess process) {
        return wanted.contains(Kind.LOG) ? withLogs(List.of(output), process) : plan;
    }

    private EvidencePlan withLogs(List<Path> known, ServerProcess process) {
        EvidencePlan more = plan;
        for (Map.Entry<Path, Long> log : LogSearch.of(process.family(), known).entrySet()) {
            Path file = log.getKey();
            more = more.withLog(() -> LogFollower.fromEnd(file))
                    .withNote(
                            "log: " + file + ", found open in process " + log.getValue() + "; --no-log leaves it out");
        }
        return more;
    }
}

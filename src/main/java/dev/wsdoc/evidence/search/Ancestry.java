package dev.wsdoc.evidence.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of several processes that share a port is the server: workers inherit the listener, or each has one of its own. */
final class Ancestry {
    private Ancestry() {}

    /** Its parent, its parent's parent and so on. */
    static List<Long> above(long pid) {
        List<Long> above = new ArrayList<>();
        Optional<ProcessHandle> parent = ProcessHandle.of(pid).flatMap(ProcessHandle::parent);
        while (parent.isPresent()) {
            above.add(parent.get().pid());
            parent = parent.get().parent();
        }
        return above;
    }

    /** Those that descend from none of the others, the oldest first. */
    static List<Long> heads(Set<Long> pids) {
        return pids.stream()
                .filter(pid -> above(pid).stream().noneMatch(pids::contains))
                .sorted(Comparator.comparing(Ancestry::birth).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Instant birth(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .orElse(Instant.MAX);
    }

    /**
     * The nearest common ancestor that runs the same program and did not start wsdoc: a master whose workers alone listen.
     *
     * @param heads at least one
     */
    static Optional<Long> master(List<Long> heads) {
        List<Long> common = new ArrayList<>(above(heads.get(0)));
        heads.forEach(head -> common.retainAll(above(head)));
        common.removeAll(above(ProcFolder.own().pid()));
        String program = new ProcFolder(heads.get(0)).program();
        return common.stream()
                .findFirst()
                .filter(pid -> new ProcFolder(pid).program().equals(program)
                        && heads.stream()
                                .allMatch(head -> new ProcFolder(head).program().equals(program)));
    }
}

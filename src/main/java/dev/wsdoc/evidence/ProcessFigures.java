package dev.wsdoc.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What the operating system says of a process and its descendants.
 *
 * @param each of every one of them, by its number
 */
public record ProcessFigures(Map<Long, One> each) {
    public ProcessFigures {
        each = Map.copyOf(each);
    }

    /**
     * Of one process.
     *
     * @param descriptors open files and sockets; -1 when they may not be seen
     * @param residentBytes physical memory; what processes share is counted for each
     * @param isCollected whether that memory is freed only now and then, by a garbage collector
     */
    public record One(long descriptors, long residentBytes, long threads, boolean isCollected) {}

    /** Those of a process without descendants. */
    public static ProcessFigures of(long pid, One one) {
        return new ProcessFigures(Map.of(pid, one));
    }

    /** The same without those processes of which the others tell nothing, as they were not born yet, or are dead. */
    public ProcessFigures ofThoseIn(ProcessFigures others) {
        Map<Long, One> shared = new LinkedHashMap<>(each);
        shared.keySet().retainAll(others.each.keySet());
        return new ProcessFigures(shared);
    }

    public int processes() {
        return each.size();
    }

    /** Open files and sockets of all; -1 when those of some may not be seen. */
    public long descriptors() {
        boolean areHidden = each.values().stream().anyMatch(one -> one.descriptors < 0);
        return areHidden ? -1 : sum(One::descriptors);
    }

    /** Physical memory of all. */
    public long residentBytes() {
        return sum(One::residentBytes);
    }

    /** Whether the memory of any is collected as garbage. */
    public boolean areCollected() {
        return each.values().stream().anyMatch(One::isCollected);
    }

    public long threads() {
        return sum(One::threads);
    }

    private long sum(ToLongFunction<One> figure) {
        return each.values().stream().mapToLong(figure).sum();
    }
}

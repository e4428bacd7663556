package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.parse.EntryBuilder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@link Lane} for each source whose lines come interleaved. Of the sources only the newest are kept, and an entry whose source
 * has been silent for many lines of others is complete. What is complete waits for those that began earlier. Mutable, owned by a {@link LogAuditor}.
 */
final class Lanes {
    private static final int MOST = 16;
    private static final int SILENT_FOR = 256; // lines of other sources

    private final Consumer<EntryBuilder> sink;
    private final PriorityQueue<EntryBuilder> held =
            new PriorityQueue<>(Comparator.comparingLong(EntryBuilder::firstLine));
    private final Map<String, Lane> lanes = new LinkedHashMap<>(MOST, 0.75f, true);
    private @Nullable Lane newest;

    /** The sink gets complete entries, those first that began first. */
    Lanes(Consumer<EntryBuilder> sink) {
        this.sink = sink;
    }

    /** The lane of a line; one of no source belongs where the line before it did. */
    Lane of(String source, long line) {
        Lane lane = newest;
        if (lane == null || !(source.isEmpty() || source.equals(lane.source))) {
            lane = change(source);
        }
        if (lanes.size() > 1 && line % SILENT_FOR == 0) {
            settle(line);
        }
        return lane;
    }

    private Lane change(String source) {
        Lane left = newest;
        if (left != null) {
            leave(left);
        }
        Lane lane = lanes.computeIfAbsent(source, key -> new Lane(key, this::complete));
        newest = lane;
        if (lanes.size() > MOST) {
            Lane eldest = lanes.remove(lanes.keySet().iterator().next());
            Objects.requireNonNull(eldest).flush();
        }
        return lane;
    }

    /** An entry of one line is complete when another source speaks; any other may go on. */
    private static void leave(Lane lane) {
        EntryBuilder open = lane.open();
        if (open != null && open.style.isOneLine()) {
            lane.flush();
        }
    }

    private void settle(long line) {
        lanes.values().stream()
                .filter(lane -> line - lane.newestLine() >= SILENT_FOR)
                .forEach(Lane::flush);
    }

    private void complete(EntryBuilder entry) {
        if (lanes.size() == 1) {
            sink.accept(entry); // most logs
            return;
        }
        held.add(entry);
        release();
    }

    private void release() {
        long oldest = open().mapToLong(EntryBuilder::firstLine).min().orElse(Long.MAX_VALUE);
        for (EntryBuilder next = held.peek(); next != null && next.firstLine() < oldest; next = held.peek()) {
            sink.accept(held.remove());
        }
    }

    /** All open entries are complete. */
    void flush() {
        lanes.values().forEach(Lane::flush);
    }

    /** The entries that are not complete. */
    Stream<EntryBuilder> open() {
        return lanes.values().stream().flatMap(lane -> Stream.ofNullable(lane.open()));
    }
}

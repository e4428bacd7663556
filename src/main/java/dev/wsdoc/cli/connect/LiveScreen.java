package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.connect.MessageText.Came;
import dev.wsdoc.cli.terminal.Prompt;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.Palette;
import dev.wsdoc.report.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints what comes above the prompt, on a thread of its own and no faster than somebody can see: of a flood a part is shown, and the rest
 * counted. Thread-safe; nobody waits for it.
 */
final class LiveScreen implements AutoCloseable {
    private static final int AT_ONCE = 20;
    private static final long BETWEEN_MILLIS = 100;
    private static final long BETWEEN_IN_FLOOD_MILLIS = 500; // so that there is time to read what else is said
    private static final long CLOSE_MILLIS = 1_000;

    private final Prompt prompt;
    private final Supplier<TextStyle> style;
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger(); // how many there are
    private final AtomicLong hidden = new AtomicLong();
    private final AtomicLong hiddenBytes = new AtomicLong();
    private final Thread thread = new Thread(this::run, "wsdoc-screen");
    private volatile boolean closing;

    /** What is to be printed, in its turn. */
    private sealed interface Item {
        record Message(Came came) implements Item {}

        record Note(String line) implements Item {}
    }

    LiveScreen(Prompt prompt, Supplier<TextStyle> style) {
        this.prompt = prompt;
        this.style = style;
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether another message would be shown. */
    boolean hasRoom() {
        return waiting.get() < AT_ONCE;
    }

    void show(Came message) {
        if (waiting.incrementAndGet() > AT_ONCE) {
            waiting.decrementAndGet();
            hide(message.size());
        } else {
            items.add(new Item.Message(message));
        }
    }

    /** Counts a message that is not shown. */
    void hide(int bytes) {
        hidden.incrementAndGet();
        hiddenBytes.addAndGet(bytes);
    }

    /** Says something of its own, in a line that is harmless already. */
    void note(String line) {
        waiting.incrementAndGet();
        items.add(new Item.Note(line));
    }

    private void run() {
        try {
            while (!closing) {
                printWith(items.poll(BETWEEN_MILLIS, TimeUnit.MILLISECONDS));
            }
            printWith(items.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void printWith(@Nullable Item first) throws InterruptedException {
        List<Item> batch = new ArrayList<>();
        if (first != null) {
            batch.add(first);
            items.drainTo(batch);
        }
        TextStyle now = style.get();
        List<String> lines = lines(batch, new MessageText(now));
        long unseen = hidden.getAndSet(0);
        if (unseen > 0) {
            lines.add(unseen(unseen, hiddenBytes.getAndSet(0), now));
        }
        if (!lines.isEmpty()) {
            prompt.above(String.join("\n", lines));
        }
        if (batch.size() >= AT_ONCE && !closing) {
            TimeUnit.MILLISECONDS.sleep(unseen > 0 ? BETWEEN_IN_FLOOD_MILLIS : BETWEEN_MILLIS);
        }
    }

    private List<String> lines(List<Item> batch, MessageText text) {
        List<String> lines = new ArrayList<>();
        for (Item item : batch) {
            waiting.decrementAndGet();
            if (item instanceof Item.Message message) {
                lines.addAll(text.lines(message.came()));
            } else if (item instanceof Item.Note note) {
                lines.add(note.line());
            }
        }
        return lines;
    }

    private static String unseen(long count, long bytes, TextStyle style) {
        Palette palette = style.palette();
        return palette.caution(style.glyphs().ellipsis() + " " + Amount.of(count, "more message") + " ("
                + MessageText.size(bytes) + ") not shown");
    }

    /** Prints what is left. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

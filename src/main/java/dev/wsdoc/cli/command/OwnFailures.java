package dev.wsdoc.cli.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What fails within wsdoc itself during one run, on whatever thread: exhausted memory, an assertion, a bug. Most of it is
 * caught where it happens, logged as an error, and the rest goes on; this is how the command learns of it, and that its
 * result is not to be trusted. Thread-safe; from {@link #watch} to {@link #close}.
 */
public final class OwnFailures implements AutoCloseable {
    private static final List<OwnFailures> WATCHING = new CopyOnWriteArrayList<>();

    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Consumer<Throwable> teller;

    private OwnFailures() {}

    /** Begins to watch. */
    public static OwnFailures watch() {
        OwnFailures failures = new OwnFailures();
        WATCHING.add(failures);
        return failures;
    }

    /** Something failed; whether anybody learns of it by this. */
    public static boolean note(Throwable failure) {
        WATCHING.forEach(watching -> watching.take(failure));
        return !WATCHING.isEmpty();
    }

    /** The same for those who know the run. Allocates nothing: there may be no memory left. */
    public void take(Throwable failure) {
        count.incrementAndGet();
        first.compareAndSet(null, failure);
        Consumer<Throwable> present = teller;
        if (present != null) {
            present.accept(failure);
        }
    }

    /** Has each told as it comes, for a run that does not end by itself. */
    public void tell(Consumer<Throwable> listener) {
        teller = listener;
    }

    /** The first of them, null while there is none. */
    public @Nullable Throwable first() {
        return first.get();
    }

    /** How many there were. */
    public int count() {
        return count.get();
    }

    @Override
    public void close() {
        WATCHING.remove(this);
    }
}

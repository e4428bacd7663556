package dev.wsdoc.net;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a loop is to answer and has not answered yet; at its end all of it fails, so that nobody waits in vain. Any thread. */
final class Promises {
    private final AtomicLong next = new AtomicLong();
    private final Map<Long, CompletableFuture<?>> unkept = new ConcurrentHashMap<>();
    private volatile @Nullable Throwable end;

    <T extends @Nullable Object> CompletableFuture<T> make() {
        CompletableFuture<T> promise = new CompletableFuture<>();
        Long number = next.getAndIncrement();
        unkept.put(number, promise);
        CompletableFuture<T> unused = promise.whenComplete((value, failure) -> unkept.remove(number));
        Throwable why = end;
        if (why != null) { // it may have come after the last look
            promise.completeExceptionally(why);
        }
        return promise;
    }

    /** How many are unkept. */
    int size() {
        return unkept.size();
    }

    void fail(Throwable why) {
        end = why;
        unkept.values().forEach(promise -> promise.completeExceptionally(why));
    }
}

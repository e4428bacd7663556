package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.framing.MessageSource;
import dev.wsdoc.talk.Said;
import dev.wsdoc.talk.Talk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a source has, on a thread of its own and no faster than the server takes it. What one connection did not take any more, the next
 * one gets.
 */
final class Feed {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int BATCH_MESSAGES = 1_000;

    private final MessageSource source;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private @Nullable IOException broken; // of the source, once what came before it is said
    private @Nullable Talk talk;

    Feed(MessageSource source) {
        this.source = source;
    }

    /** Completes when all is said; exceptionally when the source fails. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    void start() {
        Thread thread = new Thread(this::run, "wsdoc-feed");
        thread.setDaemon(true); // it may wait for its source without end
        thread.start();
    }

    /** From now on by this one. */
    synchronized void through(Talk next) {
        talk = next;
        notifyAll();
    }

    private void run() {
        try {
            for (List<Said> batch = batch(); !batch.isEmpty(); batch = batch()) {
                say(batch);
            }
            finished.complete(null);
        } catch (IOException | ExecutionException | RuntimeException e) {
            finished.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever is there without waiting, but at least one while there is any. */
    private List<Said> batch() throws IOException, InterruptedException {
        List<Said> batch = new ArrayList<>();
        int bytes = 0;
        do {
            Said next = next(batch);
            if (next == null) {
                break;
            }
            batch.add(next);
            bytes += next.size();
        } while (bytes < BATCH_BYTES && batch.size() < BATCH_MESSAGES && source.hasNext());
        return batch;
    }

    /** Where the source fails, what came before is said first. */
    private @Nullable Said next(List<Said> before) throws IOException, InterruptedException {
        if (broken != null) {
            throw broken;
        }
        try {
            return source.next();
        } catch (IOException e) {
            if (before.isEmpty()) {
                throw e;
            }
            broken = e;
            return null;
        }
    }

    private void say(List<Said> batch) throws InterruptedException, ExecutionException {
        List<Said> left = batch;
        while (!left.isEmpty()) {
            Talk current = talk();
            int said = current.say(left).get();
            left = left.subList(said, left.size());
            if (!left.isEmpty()) {
                hasEnded(current);
            }
        }
    }

    private synchronized Talk talk() throws InterruptedException {
        while (talk == null) {
            wait();
        }
        return talk;
    }

    private synchronized void hasEnded(Talk which) {
        if (talk == which) {
            talk = null;
        }
    }
}

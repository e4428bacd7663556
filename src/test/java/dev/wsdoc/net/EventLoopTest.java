package dev.wsdoc.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private EventLoop loop;

    @BeforeEach
    void start() throws IOException {
        loop = EventLoop.start("test-loop");
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void runsTasksInTheirOrderOnItsThread() throws Exception {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            loop.execute(() -> order.add(number));
        }

        assertThat(loop.submit(loop::inLoop).get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(order).hasSize(100).isSorted();
    }

    @Test
    void goesOnAfterATaskThatThrows() throws Exception {
        loop.execute(() -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(loop.submit(() -> "alive").get(5, TimeUnit.SECONDS)).isEqualTo("alive");
    }

    @Test
    void handsAnExceptionOfASubmittedCallToTheCaller() {
        CompletableFuture<String> result = loop.submit(() -> {
            throw new IOException("on purpose");
        });

        assertThatThrownBy(() -> result.get(5, TimeUnit.SECONDS)).hasRootCauseMessage("on purpose");
    }

    @Test
    void runsTimersByTheirDeadlinesAndNotCancelledOnes() throws Exception {
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        loop.execute(() -> {
            loop.schedule(Duration.ofMillis(60), () -> ran.add("second"));
            loop.schedule(Duration.ofMillis(20), () -> ran.add("first"));
            loop.schedule(Duration.ofMillis(40), () -> ran.add("never")).cancel();
        });

        assertThat(ran.poll(5, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(ran.poll(5, TimeUnit.SECONDS)).isEqualTo("second");
    }

    @Test
    void closesAChannelWhoseHandlerThrowsAndServesTheOthers() throws Exception {
        Pipe bad = readable((key) -> {
            throw new IOException("on purpose");
        });
        CompletableFuture<Boolean> served = new CompletableFuture<>();
        Pipe good = readable(key -> {
            key.cancel();
            served.complete(true);
        });
        bad.sink().write(ByteBuffer.wrap(new byte[] {1}));
        good.sink().write(ByteBuffer.wrap(new byte[] {1}));

        assertThat(served.get(5, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().until(() -> !bad.source().isOpen());
    }

    private Pipe readable(KeyHandler handler) throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        loop.submit(() -> loop.register(pipe.source(), SelectionKey.OP_READ, handler))
                .get(5, TimeUnit.SECONDS);
        return pipe;
    }

    @Test
    void closesItsChannelsAndRefusesTasksOnceClosed() throws Exception {
        Pipe pipe = readable(key -> {});

        loop.close();

        assertThat(pipe.source().isOpen()).isFalse();
        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @RepeatedTest(20)
    void eachCallAtItsEndIsEitherRunOrRefused() throws Exception {
        List<CompletableFuture<Boolean>> taken = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                while (true) {
                    taken.add(loop.submit(() -> true));
                    begun.countDown();
                }
            } catch (RejectedExecutionException e) {
                begun.countDown();
            }
        });
        caller.start();
        begun.await();
        loop.close();
        caller.join();

        assertThat(CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    /** Until its turn is over, a loop says nothing else; then what it waits for is no trouble. */
    @Test
    void tellsOfATurnThatTakesTooLong() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Boolean> turn = loop.submit(() -> {
            begun.countDown();
            return enough.await(10, TimeUnit.SECONDS);
        });
        begun.await();

        Awaitility.await().until(() -> loop.trouble(Duration.ofMillis(30)) != null);
        assertThat(loop.trouble(Duration.ofMillis(30))).startsWith("event loop test-loop has been in one turn for ");
        enough.countDown();
        turn.get(5, TimeUnit.SECONDS);
        Awaitility.await().until(() -> loop.trouble(Duration.ZERO) == null);
    }

    @Test
    void tasksThatBreedTasksLeaveTimersTheirTurn() throws Exception {
        CompletableFuture<Boolean> timer = new CompletableFuture<>();
        loop.execute(() -> breed(timer));
        loop.execute(() -> loop.schedule(Duration.ofMillis(1), () -> timer.complete(true)));

        assertThat(timer.get(5, TimeUnit.SECONDS)).isTrue();
    }

    private void breed(CompletableFuture<Boolean> until) {
        if (!until.isDone()) {
            loop.execute(() -> breed(until));
        }
    }

    @Test
    void timersThatAreAlwaysDueLeaveTasksTheirTurn() throws Exception {
        CompletableFuture<Boolean> task = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        loop.execute(() -> {
            begun.countDown();
            comeAgain(task);
        });
        begun.await();
        loop.execute(() -> task.complete(true));

        assertThat(task.get(5, TimeUnit.SECONDS)).isTrue();
    }

    private void comeAgain(CompletableFuture<Boolean> until) {
        if (!until.isDone()) {
            loop.scheduleAt(loop.now() - 1, () -> comeAgain(until)); // due at once, in the same turn
        }
    }

    @Test
    void slowTasksLeaveChannelsTheirTurn() throws Exception {
        CompletableFuture<Long> served = new CompletableFuture<>();
        AtomicLong slow = new AtomicLong();
        Pipe pipe = readable(key -> {
            key.cancel();
            served.complete(slow.get());
        });
        CountDownLatch given = new CountDownLatch(1);
        CompletableFuture<Boolean> held = loop.submit(() -> given.await(10, TimeUnit.SECONDS));
        for (int i = 0; i < 200; i++) {
            loop.execute(() -> spin(Duration.ofMillis(1), slow));
        }
        pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
        given.countDown();

        assertThat(held.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(served.get(10, TimeUnit.SECONDS))
                .as("tasks before the channel")
                .isLessThan(200);
    }

    private void spin(Duration time, AtomicLong count) {
        long end = loop.now() + time.toNanos();
        while (loop.now() - end < 0) {
            Thread.onSpinWait();
        }
        count.incrementAndGet();
    }

    /** One that puts itself off again and again runs once a turn. */
    @Test
    void whatIsPutOffComesOnceInATurn() throws Exception {
        List<String> order = loop.submit(() -> new ArrayList<String>()).get(5, TimeUnit.SECONDS);
        CompletableFuture<List<String>> done = new CompletableFuture<>();
        loop.execute(() -> {
            loop.nextTurn(() -> {
                order.add("first");
                loop.nextTurn(() -> {
                    order.add("second");
                    done.complete(order);
                });
            });
            loop.execute(() -> order.add("task of this turn"));
            loop.schedule(Duration.ZERO, () -> order.add("timer of this turn"));
        });

        assertThat(done.get(5, TimeUnit.SECONDS))
                .containsSubsequence("task of this turn", "first", "second")
                .containsSubsequence("timer of this turn", "first");
    }

    @Test
    void whatItOwesFailsAtItsEnd() {
        CompletableFuture<String> promise = loop.promise();

        loop.close();

        assertThatThrownBy(() -> promise.get(5, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("event loop test-loop is closed");
        assertThat(loop.<String>promise()).isCompletedExceptionally();
    }

    @Test
    void goesOnAfterATurnThatFails() throws Exception {
        FailingSelector selector = FailingSelector.failing(3);
        try (EventLoop other = EventLoop.start("weak", selector)) {
            selector.begin();
            assertThat(other.submit(() -> "alive").get(5, TimeUnit.SECONDS)).isEqualTo("alive");
            assertThat(other.trouble(Duration.ofMinutes(1))).isNull();
        }
    }

    @Test
    void diesAloudWhenNoTurnSucceeds() throws Exception {
        FailingSelector selector = FailingSelector.failing(Integer.MAX_VALUE);
        try (EventLoop other = EventLoop.start("broken", selector)) {
            CompletableFuture<String> promise = other.promise();
            selector.begin();

            assertThatThrownBy(() -> promise.get(5, TimeUnit.SECONDS))
                    .hasMessageContaining("event loop broken died: java.lang.OutOfMemoryError: on purpose");
            assertThat(other.trouble(Duration.ofMinutes(1)))
                    .isEqualTo("event loop broken died: java.lang.OutOfMemoryError: on purpose");
            assertThatThrownBy(() -> other.execute(() -> {}))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("died");
        }
    }

    @Test
    void diesAloudWhenItsSelectorIsClosed() throws Exception {
        Pipe pipe = readable(key -> {});
        CompletableFuture<String> promise = loop.promise();
        loop.submit(() -> {
                    loop.register(pipe.source(), 0, key -> {}).selector().close();
                    return true;
                })
                .get(5, TimeUnit.SECONDS);

        assertThatThrownBy(() -> promise.get(5, TimeUnit.SECONDS)).hasMessageContaining("event loop test-loop died");
    }
}

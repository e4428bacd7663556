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
}

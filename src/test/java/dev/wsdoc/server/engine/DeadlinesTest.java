package dev.wsdoc.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.net.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class DeadlinesTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    /** Starts all of them in one turn of the loop, and says who was told first and second. */
    private List<String> firstTwoOf(List<String> entries, Consumer<String> expired) throws Exception {
        try (EventLoop loop = EventLoop.start("test")) {
            Deadlines<String> deadlines = new Deadlines<>(loop, Duration.ofMillis(1), expired, NOPLogger.NOP_LOGGER);
            loop.execute(() -> entries.forEach(deadlines::start));
            return List.of(
                    String.valueOf(told.poll(10, TimeUnit.SECONDS)), String.valueOf(told.poll(10, TimeUnit.SECONDS)));
        }
    }

    @Test
    void tellsTheOldestFirst() throws Exception {
        assertThat(firstTwoOf(List.of("one", "two"), told::add)).containsExactly("one", "two");
    }

    @Test
    void tellsTheOthersWhenOneHasNoMemory() throws Exception {
        Consumer<String> expired = entry -> {
            if (entry.equals("unlucky")) {
                throw new OutOfMemoryError("test");
            }
            told.add(entry);
        };
        assertThat(firstTwoOf(List.of("one", "unlucky", "two"), expired)).containsExactly("one", "two");
    }
}

package dev.wsdoc.chaos.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.FakeTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final Duration LIMIT = Duration.ofMillis(10);

    private final FakeTime time = new FakeTime();
    private final Settling settling = new Settling(time);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void takesTheFirstAnswerThatIsAsExpected() {
        assertThat(settling.await(LIMIT, asked::incrementAndGet, answer -> answer == 3))
                .isEqualTo(3);
        assertThat(asked).hasValue(3);
    }

    @Test
    void takesTheNewestAnswerWhenTheTimeIsUp() {
        long start = time.nanos();

        assertThat(settling.await(LIMIT, asked::incrementAndGet, answer -> false))
                .isEqualTo(11);
        assertThat(time.nanos() - start).isEqualTo(LIMIT.toNanos());
    }

    @Test
    void anAnswerThatIsMissingLeavesTheOneBefore() {
        assertThat(settling.await(LIMIT, () -> asked.incrementAndGet() == 1 ? "first" : null, answer -> false))
                .isEqualTo("first");
        assertThat(settling.<String>await(LIMIT, () -> null, answer -> true)).isNull();
    }

    @Test
    void whoIsInterruptedAsksNoMore() {
        Thread.currentThread().interrupt();

        assertThat(settling.await(LIMIT, asked::incrementAndGet, answer -> false))
                .isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }
}

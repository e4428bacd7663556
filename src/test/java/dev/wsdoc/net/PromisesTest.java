package dev.wsdoc.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private final Promises promises = new Promises();

    @Test
    void thoseThatWereKeptAreForgotten() {
        CompletableFuture<String> kept = promises.make();
        CompletableFuture<String> broken = promises.make();
        CompletableFuture<String> open = promises.make();

        kept.complete("done");
        broken.completeExceptionally(new IllegalStateException("on purpose"));

        assertThat(promises.size()).isEqualTo(1);
        assertThat(open).isNotDone();
    }

    @Test
    void afterTheEndEachFails() {
        CompletableFuture<String> before = promises.make();
        CompletableFuture<String> kept = promises.make();
        kept.complete("done");

        promises.fail(new IllegalStateException("the end"));

        assertThat(before).isCompletedExceptionally();
        assertThat(promises.<String>make()).isCompletedExceptionally();
        assertThat(kept).isCompletedWithValue("done");
        assertThat(promises.size()).isZero();
    }
}

package dev.wsdoc.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutletTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Outlet outlet = new Outlet(() -> events.add("flush"), new Outlet.Valve() {
        @Override
        public void shut() {
            events.add("shut");
        }

        @Override
        public void open() {
            events.add("open");
        }
    });

    @Test
    void everythingIsWrittenInItsOrderAndFlushed() throws Exception {
        for (int i = 0; i < 100; i++) {
            String name = "w" + i;
            outlet.put(1, () -> events.add(name));
        }
        outlet.finish(10_000);
        assertThat(events)
                .filteredOn(event -> event.startsWith("w"))
                .hasSize(100)
                .startsWith("w0", "w1", "w2");
        assertThat(events).last().isEqualTo("flush");
    }

    @Test
    void theServerWaitsWhileTheReaderIsSlow() throws Exception {
        CountDownLatch reader = new CountDownLatch(1);
        outlet.put(MEGABYTE, () -> awaitQuietly(reader));
        for (int i = 0; i < 4; i++) {
            outlet.put(MEGABYTE, () -> events.add("written"));
        }
        assertThat(outlet.isShut()).isTrue();
        assertThat(events).contains("shut").doesNotContain("open");
        reader.countDown();
        outlet.finish(10_000);
        assertThat(events).filteredOn("shut"::equals).hasSize(1);
        assertThat(events).filteredOn("open"::equals).hasSize(1);
        assertThat(events).filteredOn("written"::equals).hasSize(4);
        assertThat(outlet.isShut()).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void afterAFailureNothingIsWrittenAndNobodyWaits() throws Exception {
        CountDownLatch full = new CountDownLatch(1);
        outlet.put(5 * MEGABYTE, () -> {
            awaitQuietly(full);
            throw new IOException("disk full");
        });
        outlet.put(1, () -> events.add("written"));
        full.countDown();
        Awaitility.await().until(() -> outlet.failure() != null);
        outlet.put(1, () -> events.add("written"));
        outlet.finish(10_000);
        assertThat(outlet.failure()).hasMessage("disk full");
        assertThat(events).contains("shut", "open").doesNotContain("written");
    }
}

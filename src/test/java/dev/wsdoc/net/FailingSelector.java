package dev.wsdoc.net;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A selector without channels whose first selections fail for want of memory, once it is told to begin. */
final class FailingSelector extends Selector {
    private final Selector selector = Selector.open();
    private final CountDownLatch begun = new CountDownLatch(1);
    private int failures;

    private FailingSelector(int failures) throws IOException {
        this.failures = failures;
    }

    /** One that fails so many times, and then selects. */
    static FailingSelector failing(int times) throws IOException {
        return new FailingSelector(times);
    }

    void begin() {
        begun.countDown();
    }

    private void fail() {
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failures > 0) {
            failures--;
            throw new OutOfMemoryError("on purpose");
        }
    }

    @Override
    public int select(Consumer<SelectionKey> action, long timeout) throws IOException {
        fail();
        return selector.select(action, timeout);
    }

    @Override
    public int selectNow(Consumer<SelectionKey> action) throws IOException {
        fail();
        return selector.selectNow(action);
    }

    @Override
    public boolean isOpen() {
        return selector.isOpen();
    }

    @Override
    public SelectorProvider provider() {
        return selector.provider();
    }

    @Override
    public Set<SelectionKey> keys() {
        return selector.keys();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return selector.selectedKeys();
    }

    @Override
    public int selectNow() throws IOException {
        return selector.selectNow();
    }

    @Override
    public int select(long timeout) throws IOException {
        return selector.select(timeout);
    }

    @Override
    public int select() throws IOException {
        return selector.select();
    }

    @Override
    public Selector wakeup() {
        return selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}

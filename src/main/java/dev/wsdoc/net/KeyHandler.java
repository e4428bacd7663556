package dev.wsdoc.net;

import java.nio.channels.SelectionKey;

/** What a registered channel does when it is ready; called on the loop's thread. */
@FunctionalInterface
public interface KeyHandler {
    /**
     * Handles the ready operations of the key. An exception that leaves here is logged by the loop, which then closes
     * the key's channel.
     */
    void ready(SelectionKey key) throws Exception;
}

package dev.wsdoc.server.defect;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A descriptor that is held for nothing.
 *
 * @param channel null when there was none to be had
 */
record SpareSocket(@Nullable SocketChannel channel) {
    static SpareSocket open(Logger log) {
        try {
            return new SpareSocket(SocketChannel.open());
        } catch (IOException e) {
            log.debug("No descriptor is left", e);
            return new SpareSocket(null);
        }
    }
}

package dev.wsdoc.cli.framing;

import dev.wsdoc.talk.Said;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a script's messages come from. Used by one thread, which it may hold up. */
public interface MessageSource {
    /** The next message; null when there is none any more. */
    @Nullable
    Said next() throws IOException, InterruptedException;

    /** Whether the next one is there already. */
    default boolean hasNext() {
        return false;
    }
}

package dev.wsdoc.cli.framing;

import dev.wsdoc.talk.Said;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is there to be read, at most 64 KiB at once, is one binary message. */
final class BlockSource implements MessageSource {
    private final InputStream in;
    private final byte[] block = new byte[64 * 1024];

    BlockSource(InputStream in) {
        this.in = in;
    }

    @Override
    public @Nullable Said next() throws IOException {
        int count = in.read(block);
        return count < 0 ? null : Said.binary(Arrays.copyOf(block, count));
    }
}

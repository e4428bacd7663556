package dev.wsdoc.cli.logs;

import dev.wsdoc.evidence.encoding.Encoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first bytes of what was given as a log: whether it is text at all. Stateless but for the bytes. */
final class LogHead {
    /** How many bytes are looked at. */
    static final int LENGTH = 8 * 1024;

    /** Control characters in one of so many are no text any more. */
    private static final int BINARY_SHARE = 20;

    private static final List<Packer> PACKERS = List.of(
            new Packer("gzip", "zcat", "1f8b"),
            new Packer("zstd", "zstdcat", "28b52ffd"),
            new Packer("xz", "xzcat", "fd377a585a"),
            new Packer("bzip2", "bzcat", "425a68"),
            new Packer("lz4", "lz4cat", "04224d18"),
            new Packer("zip", "unzip -p", "504b0304"));

    private final byte[] bytes;

    /** What its files begin with, in hex. */
    private record Packer(String name, String unpack, String magic) {
        boolean packed(byte[] head) {
            int length = Math.min(head.length, magic.length() / 2);
            return HexFormat.of().formatHex(head, 0, length).equals(magic);
        }
    }

    LogHead(byte[] bytes, int length) {
        this.bytes = Arrays.copyOf(bytes, length);
    }

    boolean isGzip() {
        return PACKERS.get(0).packed(bytes);
    }

    /**
     * Wants text.
     *
     * @param file how a shell names it
     * @throws IOException that says what it is instead, and what can be done
     */
    void requireText(String file, Encoding encoding) throws IOException {
        for (Packer packer : PACKERS) {
            if (packer.packed(bytes)) {
                throw new IOException("is compressed by " + packer.name() + "; try '" + packer.unpack() + " " + file
                        + " | wsdoc logs -'");
            }
        }
        String complaint = complaint(encoding.whole(bytes, bytes.length));
        if (complaint != null) {
            throw new IOException(complaint);
        }
    }

    private @Nullable String complaint(@Nullable Charset charset) {
        int[] units =
                charset == null ? latin() : new String(bytes, charset).chars().toArray();
        // A log that was truncated under its writer begins with NULs.
        int from = 0;
        while (from < units.length && units[from] == 0) {
            from++;
        }
        long controls = Arrays.stream(units, from, units.length)
                .filter(LogHead::isControl)
                .count();
        return controls * BINARY_SHARE > units.length - from
                ? "is no text: " + controls + " of its first " + (units.length - from)
                        + (charset == null ? " bytes" : " characters") + " are control characters"
                : null;
    }

    private int[] latin() {
        int[] units = new int[bytes.length];
        Arrays.setAll(units, i -> bytes[i] & 0xff);
        return units;
    }

    /** Those that no log has; escape begins colours. */
    private static boolean isControl(int c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b;
    }
}

package dev.wsdoc.cli.connect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;

/** How somebody writes bytes: as text, {@code hex:00 ff}, or {@code @file}. */
final class PayloadWords {
    private static final String HEX = "hex:";
    private static final long LONGEST_FILE = 256L * 1024 * 1024;

    private PayloadWords() {}

    static ByteBuffer payload(String words) {
        if (words.startsWith(HEX)) {
            return ByteBuffer.wrap(hex(words.substring(HEX.length())));
        }
        return ByteBuffer.wrap(words.startsWith("@") ? file(words) : words.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException with what is wrong with the digits */
    static byte[] hex(String digits) {
        try {
            return HexFormat.of().parseHex(digits.replaceAll("[\\s:]", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + digits.strip() + "' is not an even number of hexadecimal digits, such as 00ff10", e);
        }
    }

    /** @param name after an {@code @} */
    static byte[] file(String name) {
        Path path = path(name.substring(1));
        try {
            if (Files.size(path) > LONGEST_FILE) {
                throw new IllegalArgumentException(path + " has more than 256 MiB");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(path + ": no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + name + "' is not a file name: " + e.getReason(), e);
        }
    }
}

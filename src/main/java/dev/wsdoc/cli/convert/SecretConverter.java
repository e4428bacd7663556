package dev.wsdoc.cli.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a secret as it stands, or with {@code @FILE} from a file, which {@code ps} does not show; a line break at its end goes. */
public final class SecretConverter implements ITypeConverter<Secret> {
    private static final int LONGEST = 64 * 1024;

    @Override
    public Secret convert(String text) {
        String file = text.startsWith("@") ? text.substring(1) : null;
        try {
            return new Secret(file == null ? text : read(file));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    (file == null ? "" : "the file '" + file + "' holds no secret: ") + e.getMessage());
        }
    }

    private static String read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) { // once: it may be a pipe
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new TypeConversionException("the file '" + file + "' is longer than 64 KiB, which no secret is");
            }
            return withoutLineBreak(new String(bytes, UTF_8));
        } catch (NoSuchFileException e) {
            throw new TypeConversionException("there is no file '" + file + "'");
        } catch (IOException | InvalidPathException e) {
            throw new TypeConversionException("cannot read the file '" + file + "': " + e.getMessage());
        }
    }

    private static String withoutLineBreak(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}

package dev.wsdoc.cli.connection;

import dev.wsdoc.swarm.Hello.Message;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** One thing that every connection says first, and what it waits for then. */
final class HelloOption {
    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Words words;

    @Option(
            names = "--await",
            paramLabel = "SUBSTRING",
            description =
                    "Say the next hello, and count the connection as open, only when a message with this in it came.")
    private @Nullable String awaits;

    /** As text, or as bytes. */
    private static final class Words {
        @Option(
                names = "--hello",
                required = true,
                paramLabel = "TEXT",
                description =
                        "What every connection says first; may be given more than once, and is said in that order.")
        private @Nullable String text;

        @Option(
                names = "--hello-hex",
                required = true,
                paramLabel = "HEX",
                description = "The same as a binary message, such as 00ff10.")
        private @Nullable String hex;
    }

    /** @throws IllegalArgumentException when the bytes are no hexadecimal digits */
    Message message() {
        return words.text == null ? Message.binary(bytes(words.hex), awaits) : Message.text(words.text, awaits);
    }

    private static byte[] bytes(@Nullable String hex) {
        String digits = hex == null ? "" : hex.replaceAll("[ :]", "");
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--hello-hex '" + hex + "' is not an even number of hexadecimal digits, such as 00ff10", e);
        }
    }
}

package dev.wsdoc.cli.chaos;

import dev.wsdoc.swarm.ClientProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What clients say besides their hello. */
final class SpeechOptions {
    @Option(
            names = "--keep-alive-text",
            paramLabel = "TEXT",
            description =
                    "What all to whom nothing is done say every 5 s, for servers that end connections on which nothing is said.")
    private @Nullable String keepAlive;

    @Option(
            names = "--provoke",
            paramLabel = "TEXT",
            description = "What a bystander says to make the server send to everybody, the dead included; {n} becomes"
                    + " a number.")
    private @Nullable String provoke;

    /** The same clients, who say that. */
    ClientProfile of(ClientProfile profile) {
        return profile.saying(keepAlive, provoke);
    }
}

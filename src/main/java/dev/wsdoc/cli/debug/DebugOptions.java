package dev.wsdoc.cli.debug;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.TlsOptions;
import dev.wsdoc.cli.convert.Secret;
import dev.wsdoc.cli.convert.SecretConverter;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.JsonText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands over the debug endpoints share: which server, the token, the form of the answer. */
final class DebugOptions {

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            defaultValue = "http://localhost:8000",
            description =
                    "The server (default: ${DEFAULT-VALUE}). ws and wss URLs are understood too; a path is ignored.")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN|@FILE",
            converter = SecretConverter.class,
            description =
                    "What the server was given as --debug-token; needed from other machines. From a file with @FILE,"
                            + " else from the variable WSDOC_TOKEN, so that ps does not show it.")
    private @Nullable Secret token;

    @Option(names = "--json", description = "Print the server's answer as JSON.")
    private boolean json;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    DebugEndpoint endpoint(Console console) {
        return new DebugEndpoint(target(), Secret.textOf(token, "WSDOC_TOKEN", console), tls.tls());
    }

    /** The server's base URL, for people. */
    String server() {
        String http = target().http("/").toString();
        return http.substring(0, http.length() - 1);
    }

    private Target target() {
        return CommandFailure.checkingUsage(() -> Target.parse(url));
    }

    boolean wantsJson() {
        return json;
    }

    /** The answer; there being none ends the command. */
    <T> Answer.Given<T> require(Answer<T> answer) {
        if (answer instanceof Answer.Missing<T> missing) {
            throw CommandFailure.couldNotRun(missing.reason() + advice(missing.reason()));
        }
        return (Answer.Given<T>) answer;
    }

    private static String advice(String reason) {
        return reason.endsWith("Connection refused") ? " (is it running? 'wsdoc serve' starts one on port 8000)" : "";
    }

    /** The answer as the server sent it, with a {@code schema_version} when it has none. */
    static String json(JsonNode answer) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("schema_version", ServerStats.SCHEMA_VERSION);
        document.setAll((ObjectNode) answer);
        return JsonText.of(document);
    }
}

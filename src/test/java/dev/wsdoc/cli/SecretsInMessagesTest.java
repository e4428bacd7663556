package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.cli.terminal.Console.Reader.Place;
import dev.wsdoc.model.Json;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.setting.AccessRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.helpers.NOPLogger;

/** What is shown keeps the secrets that were given, and there are ways to give them that no list of processes shows. */
@Integration
@Timeout(60)
class SecretsInMessagesTest {
    @TempDir
    private Path folder;

    @Test
    void noReportHasTheTokenOfTheUrl() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            String url = "ws://127.0.0.1:" + server.getPort() + "/x?token=s3cret&room=7";
            Path log = Files.writeString(folder.resolve("app.log"), "");
            CommandLineRun run = CommandLineRun.of(
                    "chaos",
                    url,
                    "--abrupt",
                    "2",
                    "--bystanders",
                    "1",
                    "--log",
                    log.toString(),
                    "--report",
                    "text=-",
                    "--report",
                    "json=" + folder.resolve("r.json"),
                    "--report",
                    "junit=" + folder.resolve("r.xml"),
                    "--report",
                    "markdown=" + folder.resolve("r.md"),
                    "--debug");

            assertThat(run.out() + run.err()).contains("/x?token=***&room=7").doesNotContain("s3cret");
            for (String report : List.of("r.json", "r.xml", "r.md")) {
                assertThat(folder.resolve(report))
                        .content(UTF_8)
                        .contains("token=***")
                        .contains("room=7")
                        .doesNotContain("s3cret");
            }
            assertThat(Json.mapper()
                            .readTree(folder.resolve("r.json").toFile())
                            .at("/target")
                            .asText())
                    .endsWith("/x?token=***&room=7");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status ws://s3cret@localhost:1/",
                "cleanup http://me:s3cret@localhost:1/ --debug",
                "reset-rate-limits http://localhost:99999/?key=s3cret",
                "chaos ws://127.0.0.1:1/?token=s3cret --abrupt 1 --debug",
                "chaos ws://h/?token=s3cret#f --abrupt 1",
                "chaos ws://h/ --abrupt 1 --status-url ftp://me:s3cret@h/?auth=s3cret --count /n",
                "chaos ws://h/ --abrupt 1 --status-url http://h/^?auth=s3cret --count /n",
                "chaos ws://h/ --abrupt 1 --status-url http://me:s3cret@127.0.0.1:1/?sig=s3cret --count /n --debug",
                "chaos ws://h/ --abrupt 1 --cleanup-url http://h/?auth=s3cret",
                "chaos ws://127.0.0.1:1/ --abrupt 1 -H Authorization-s3cret",
                "chaos ws://127.0.0.1:1/ --abrupt 1 --exec false --basic s3cret",
                "chaos ws://127.0.0.1:1/ --abrupt 1 --exec 'exit;ws://me:s3cret@h/?token=s3cret'",
            })
    void noErrorHasOne(String args) {
        CommandLineRun run = CommandLineRun.of(args.split(" ", -1));

        assertThat(run.exitCode()).isIn(1, 2);
        assertThat(run.err()).startsWith("wsdoc: ").doesNotContain("s3cret");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void noAuditOfALogHasOne() throws Exception {
        Path log = Files.writeString(
                folder.resolve("app.log"), "2026-11-23 10:00:00 ERROR GET /ws?token=s3cret reset by peer\n");
        for (List<String> more : List.of(List.<String>of(), List.of("--json"), List.of("--explain"))) {
            CommandLineRun run =
                    CommandLineRun.of(List.of("logs", log.toString(), more.isEmpty() ? "--top=3" : more.get(0))
                            .toArray(String[]::new));

            assertThat(run.out()).contains("token=").doesNotContain("s3cret");
        }
    }

    /** Five examinations. */
    @Test
    @Timeout(200)
    void tokensComeFromFilesAndVariablesToo() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "t0ken\n");
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            String url = "ws://127.0.0.1:" + server.getPort();
            authorized(server, "Bearer t0ken", Map.of(), url, "--bearer", "@" + token);
            authorized(server, "Basic YW5uOnNlY3JldA==", Map.of("WSDOC_BASIC", "ann:secret"), url);
            authorized(server, "Bearer v", Map.of("WSDOC_BEARER", "v"), url);
            authorized(server, "Bearer option", Map.of("WSDOC_BASIC", "a:b"), url, "--bearer", "option");
            authorized(server, "Bearer own", Map.of("WSDOC_BASIC", "a:b"), url, "-H", "Authorization: Bearer own");
        }
    }

    private static void authorized(
            RecordingServer server, String header, Map<String, String> environment, String url, String... more) {
        server.requests.clear();
        String[] args = Stream.concat(
                        Stream.of("chaos", url, "--half-close", "1", "--bystanders", "1"), Arrays.stream(more))
                .toArray(String[]::new);
        CommandLineRun run = CommandLineRun.on(Place.ELSEWHERE, environment, args);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(server.requests)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request).containsEntry("Authorization", header));
    }

    @Test
    void debugCommandsTakeTheTokenFromAVariableOrAFile() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "t0ken\n");
        ServerConfig config = ServerConfig.defaults()
                .withPort(0)
                .withAccess(AccessRules.defaults().withDebugToken("t0ken"));
        try (ReferenceServer server = ReferenceServer.start(config, NOPLogger.NOP_LOGGER)) {
            String url = "http://localhost:" + server.port();
            for (String command : List.of("status", "cleanup", "reset-rate-limits")) {
                assertThat(CommandLineRun.of(command, url, "--token", "@" + token)
                                .exitCode())
                        .isZero();
                assertThat(CommandLineRun.on(Place.ELSEWHERE, Map.of("WSDOC_TOKEN", "t0ken"), command, url)
                                .exitCode())
                        .isZero();
                assertThat(CommandLineRun.on(Place.ELSEWHERE, Map.of("WSDOC_TOKEN", "a\nb"), command, url)
                                .err())
                        .contains("WSDOC_TOKEN holds no secret: it has more than one line");
            }
        }
    }

    @Test
    void serveTakesItsTokenFromAVariableOrAFile() throws IOException {
        CommandLineRun none = CommandLineRun.of("serve", "--port", "0", "--debug-token", "@" + folder.resolve("none"));
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("there is no file").hasLineCount(1);

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun empty = CommandLineRun.on(
                    Place.ELSEWHERE,
                    Map.of("WSDOC_DEBUG_TOKEN", "a\tb"),
                    "serve",
                    "--port",
                    String.valueOf(taken.getLocalPort()));
            assertThat(empty.err()).contains("WSDOC_DEBUG_TOKEN holds no secret");
        }
    }
}

package dev.wsdoc.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.cli.RecordingServer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How clients come to a server and what they say there, as the server sees it. */
@Integration
@Timeout(60)
class ConnectionOptionsTest {
    /** With victims who say goodbye: a server may drop what the others said last. */
    private static CommandLineRun chaos(String url, String... more) {
        List<String> args = new ArrayList<>(List.of("chaos", url, "--fault", "polite=4", "--bystanders", "2"));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    @Test
    void everyConnectionBringsWhatWasAskedFor() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            CommandLineRun run = chaos(
                    "ws://chaos.invalid:" + server.getPort() + "/x",
                    "--resolve=chaos.invalid:" + server.getPort() + ":127.0.0.1",
                    "-H",
                    "X-Tenant: blue",
                    "--subprotocol=chat.v2",
                    "--origin=https://example.org",
                    "--basic=ann:secret",
                    "--cookie=a=1",
                    "--cookie=b=2",
                    "--hello=hello there",
                    "--keep-alive-text=still here",
                    "--provoke=shout {n}");

            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).as(run.out()).isZero();
            assertThat(run.out()).doesNotContain("nothing made the server send");
            assertThat(server.requests)
                    .hasSize(12)
                    .allSatisfy(request -> assertThat(request)
                            .containsEntry("X-Tenant", "blue")
                            .containsEntry("Host", "chaos.invalid:" + server.getPort())
                            .containsEntry("Sec-WebSocket-Protocol", "chat.v2")
                            .containsEntry("Origin", "https://example.org")
                            .containsEntry("Authorization", "Basic YW5uOnNlY3JldA==")
                            .containsEntry("Cookie", "a=1; b=2"));
            assertThat(server.messages.stream().filter("hello there"::equals)).hasSize(12);
            assertThat(server.messages).contains("still here", "shout 0", "shout 1");
        }
    }

    @Test
    void sendsABearerToken() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            chaos("ws://127.0.0.1:" + server.getPort(), "--bearer", "t0ken");

            assertThat(server.requests)
                    .allSatisfy(request -> assertThat(request).containsEntry("Authorization", "Bearer t0ken"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere only 127.0.0.1 is there
    void comesFromEachOfTheSources() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            chaos("ws://127.0.0.1:" + server.getPort(), "--source", "127.0.0.2-127.0.0.4");

            assertThat(Set.copyOf(server.sources)).containsExactlyInAnyOrder("127.0.0.2", "127.0.0.3", "127.0.0.4");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere only 127.0.0.1 is there
    void goesToTheFirstOfSeveralAddressesThatAccepts() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getByName("127.0.0.8"))) {
            CommandLineRun run = chaos(
                    "ws://Chaos.invalid:" + server.getPort(),
                    "--resolve=chaos.invalid:" + server.getPort() + ":127.0.0.9,127.0.0.8,127.0.0.1");

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(server.requests).isNotEmpty();
        }
    }

    @Test
    void examinesAnIpv6Url() throws Exception {
        InetAddress six = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        try (RecordingServer server = RecordingServer.start(six)) {
            CommandLineRun run = chaos("ws://[::1]:" + server.getPort() + "/x");

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(server.requests)
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request).containsEntry("Host", "[::1]:" + server.getPort()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "-H|nonsense|is not like 'Name: value'",
                "-H|Host: other|it is wsdoc's own",
                "--basic|ann|--basic is not like user:password",
                "--resolve|localhost:80|is not like example.org:443:127.0.0.1",
                "--resolve|localhost:80:home|'home' is not an IP address",
                "--source|127.0.0.9-127.0.0.2|it must be 1 to 256",
                "--source|localhost|'localhost' is not an IP address",
                "--source|::1|--source 0:0:0:0:0:0:0:1 cannot reach ws://127.0.0.1:1/, which is at 127.0.0.1; give one of the same kind",
                "--resolve|a:80:127.0.0.1,b|'b' is not an IP address",
                "--resolve|a:80:127.0.0.1|--resolve 'a:80:127.0.0.1' is not for ws://127.0.0.1:1/",
                "--resolve|[::1]:80:127.0.0.1|--resolve '[::1]:80:127.0.0.1' is not for ws://127.0.0.1:1/",
            })
    void saysInOneLineWhatIsWrong(String option, String value, String complaint) {
        CommandLineRun run = chaos("ws://127.0.0.1:1", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(complaint).hasLineCount(1);
    }
}

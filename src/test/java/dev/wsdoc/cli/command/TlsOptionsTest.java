package dev.wsdoc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.cli.RecordingServer;
import dev.wsdoc.net.tls.Certificates;
import dev.wsdoc.net.tls.Certificates.Owner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** wss and https as a user meets them. */
@Integration
@Timeout(60)
class TlsOptionsTest {
    private static final String COUNTS = "{\"stats\":{\"total\":0}}";

    private final Certificates certificates = Certificates.get();
    private final ExecutorService handlers = Executors.newCachedThreadPool();
    private HttpsServer https;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        if (https != null) {
            https.stop(0);
        }
        handlers.shutdownNow();
    }

    private String https(Owner owner, boolean wantsCertificate) throws Exception {
        https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        https.setHttpsConfigurator(new HttpsConfigurator(certificates.context(owner)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                tls.setNeedClientAuth(wantsCertificate);
                parameters.setSSLParameters(tls);
            }
        });
        https.createContext("/", TlsOptionsTest::answer);
        https.setExecutor(handlers);
        https.start();
        return "localhost:" + https.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = COUNTS.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/status") ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private RecordingServer secured(Owner owner) throws Exception {
        return RecordingServer.start(
                InetAddress.getLoopbackAddress(), new DefaultSSLWebSocketServerFactory(certificates.context(owner)));
    }

    private static CommandLineRun chaos(String url, String... more) {
        List<String> args = new ArrayList<>(List.of("chaos", url, "--half-close", "3", "--bystanders", "1"));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    @Test
    void examinesAServerUnderTls() throws Exception {
        try (RecordingServer server = secured(Owner.SERVER)) {
            CommandLineRun run = chaos(
                    "wss://localhost:" + server.getPort(),
                    "--cacert",
                    certificates.authority().toString());

            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).as(run.out()).isZero();
            assertThat(run.out()).contains("HEALTHY");
        }
    }

    @Test
    void verifiesTheServerUnlessTold() throws Exception {
        try (RecordingServer server = secured(Owner.SELF_SIGNED)) {
            String url = "wss://localhost:" + server.getPort();

            CommandLineRun careful = chaos(url);
            assertThat(careful.exitCode()).isEqualTo(1);
            assertThat(careful.err())
                    .contains("cannot connect to " + url, "it is self-signed", "--cacert FILE", "-k")
                    .doesNotContain("is the server running")
                    .hasLineCount(1);

            assertThat(chaos(url, "-k").exitCode()).isZero();
            assertThat(chaos(url, "--insecure").exitCode()).isZero();
        }
    }

    @Test
    void saysWhoSpeaksTlsAndWhoDoesNot() throws Exception {
        try (RecordingServer secured = secured(Owner.SERVER);
                ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            handlers.execute(() -> refuseEverybody(plain));
            CommandLineRun tooMuch = chaos("wss://127.0.0.1:" + plain.getLocalPort(), "-k");
            assertThat(tooMuch.err())
                    .contains("does not speak TLS on this port; without TLS the URL begins with ws://")
                    .hasLineCount(1);
            assertThat(tooMuch.exitCode()).isEqualTo(1);

            CommandLineRun tooLittle = chaos("ws://127.0.0.1:" + secured.getPort());
            assertThat(tooLittle.err()).contains("wants TLS", "wss://").hasLineCount(1);
            assertThat(tooLittle.exitCode()).isEqualTo(1);
        }
    }

    private static void refuseEverybody(ServerSocket plain) {
        while (true) {
            try (Socket socket = plain.accept()) {
                socket.getInputStream().read(new byte[4_096]);
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                if (plain.isClosed()) {
                    return;
                }
            }
        }
    }

    @Test
    void asksStatusPagesOverTls() throws Exception {
        String host = https(Owner.SERVER, false);
        try (RecordingServer server = secured(Owner.SERVER)) {
            CommandLineRun run = chaos(
                    "wss://localhost:" + server.getPort(),
                    "--cacert=" + certificates.authority(),
                    "--status-url=https://" + host + "/status",
                    "--count=/stats/total");

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).doesNotContain("cannot be asked").contains("no status page: https://localhost:");
        }
    }

    @Test
    void asksDebugEndpointsOverTls() throws Exception {
        String url = "https://" + https(Owner.SELF_SIGNED, false);

        CommandLineRun careful = CommandLineRun.of("status", url);
        assertThat(careful.exitCode()).isEqualTo(1);
        assertThat(careful.err())
                .contains("cannot be asked over TLS: the server's certificate 'CN=loner' does not verify")
                .hasLineCount(1);
        assertThat(CommandLineRun.of("status", url, "-k").err()).contains("answers 404: there are no such debug");
        assertThat(CommandLineRun.of("cleanup", url.replace("https", "wss"), "-k")
                        .err())
                .contains("answers 404");
        assertThat(CommandLineRun.of("status", url, "--cacert", pem(Owner.SELF_SIGNED))
                        .err())
                .contains("answers 404");
    }

    @Test
    void showsItsCertificateToDebugEndpoints() throws Exception {
        String url = "https://" + https(Owner.SERVER, true);
        String issuer = "--cacert=" + certificates.authority();

        assertThat(CommandLineRun.of("status", url, issuer).err())
                .contains("wants a client certificate", "--cert FILE and --key FILE")
                .hasLineCount(1);
        assertThat(CommandLineRun.of(
                                "status",
                                url,
                                issuer,
                                "--cert=" + pem(Owner.CLIENT),
                                "--key=" + certificates.key(Owner.CLIENT))
                        .err())
                .contains("answers 404");
    }

    private String pem(Owner owner) {
        return certificates.certificate(owner).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--cacert=/no/such.pem|--cacert: /no/such.pem cannot be read: there is no such file",
                "--cacert=NONSENSE|is no PEM file",
                "--cacert=FOLDER|it is a directory",
                "--key=x.key|--key x.key needs its certificate too: --cert FILE",
                "--cert=/no/such.pem --key=x.key|--cert and --key: /no/such.pem cannot be read",
                "--cert=CLIENT|has a certificate but no private key; name its file with --key",
                "--cert=CLIENT --key=NONSENSE|is no PEM file",
                "-k --cacert=CLIENT|give one of them",
                "--sni=-|server name '-' is not a host name",
            })
    void saysInOneLineWhatIsWrong(String options, String complaint) throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
        String[] args = Arrays.stream(options.split(" "))
                .map(option -> option.replace("NONSENSE", nonsense.toString())
                        .replace("FOLDER", folder.toString())
                        .replace("CLIENT", pem(Owner.CLIENT)))
                .toArray(String[]::new);

        CommandLineRun run = chaos("wss://127.0.0.1:1", args);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(complaint).hasLineCount(1);
    }
}

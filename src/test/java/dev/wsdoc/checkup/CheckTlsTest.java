package dev.wsdoc.checkup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.net.tls.Certificates;
import dev.wsdoc.net.tls.Certificates.Owner;
import dev.wsdoc.swarm.LoopbackPeer;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code wsdoc check} finds in a server's TLS, by a server that has the fault. */
@Integration
@Timeout(60)
class CheckTlsTest {
    private final Certificates certificates = Certificates.get();

    private static void serve(Socket socket) throws IOException {
        LoopbackPeer.upgrade(socket);
        FaultyServer.write(socket, 10, FaultyServer.await(socket, 9));
        FaultyServer.write(socket, 8, FaultyServer.await(socket, 8));
    }

    private CommandLineRun check(Owner owner, String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of("check"));
        try (FaultyServer server =
                FaultyServer.on(LoopbackPeer.secured(certificates.context(owner)), CheckTlsTest::serve)) {
            args.add(server.url());
            args.addAll(List.of(more));
            return CommandLineRun.of(args.toArray(String[]::new));
        }
    }

    private String authority() {
        return "--cacert=" + certificates.authority();
    }

    @Test
    void aGoodCertificatePasses() throws Exception {
        CommandLineRun run = check(Owner.SERVER, authority());
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("✓ tls.handshake", "✓ tls.trusted", "✓ tls.name", "✓ tls.validity", "CN=server", "TLSv1.3");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED,      ✗ tls.validity, it expired on",
        "ELSEWHERE,    ✗ tls.name,     it is for elsewhere.example",
        "SELF_SIGNED,  ✗ tls.trusted,  is self-signed",
        "INDIRECT,     ✗ tls.trusted,  http://ca.example/middle.der"
    })
    void aBadCertificateIsTold(Owner owner, String finding, String words) throws Exception {
        CommandLineRun run = check(owner, authority());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out()).contains(finding, words, "upgrade.accepted");
    }

    @Test
    void aCertificateThatEndsSoonIsTold() throws Exception {
        CommandLineRun run = check(Owner.SOON, authority());
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("! tls.validity", "it ends in 8 days");
        assertThat(check(Owner.SOON, authority(), "--cert-days=5").out()).contains("✓ tls.validity");
    }

    @Test
    void withoutVerificationTheRestIsExamined() throws Exception {
        CommandLineRun run = check(Owner.SELF_SIGNED, "-k");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("– tls.trusted", "✓ tls.name", "✓ ping.answered");
    }

    @Test
    void aServerOfHttp2AloneIsTold() throws Exception {
        LoopbackPeer peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        try (FaultyServer server = FaultyServer.on(peer, CheckTlsTest::speakHttp2)) {
            CommandLineRun run = CommandLineRun.of("check", server.url(), authority());
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
            assertThat(run.out()).contains("✗ tls.http1", "RFC 7301", "RFC 8441");
        }
    }

    private static void speakHttp2(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) socket;
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        secured.setSSLParameters(parameters);
        secured.startHandshake();
    }

    @Test
    void whatSpeaksNoTlsIsTold() throws Exception {
        try (FaultyServer server = FaultyServer.that(
                socket -> socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII)))) {
            CommandLineRun run = CommandLineRun.of("check", server.url().replace("ws://", "wss://"));
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
            assertThat(run.out()).contains("✗ tls.handshake", "does not speak TLS");
        }
    }
}

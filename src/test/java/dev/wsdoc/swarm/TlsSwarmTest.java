package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.Integration;
import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Certificates;
import dev.wsdoc.net.tls.Certificates.Owner;
import dev.wsdoc.net.tls.ClientIdentity;
import dev.wsdoc.net.tls.PemFile;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.net.tls.Verification;
import dev.wsdoc.swarm.OpenFailure.Kind;
import dev.wsdoc.wire.frame.Opcode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members under TLS, before a server that is Java's own TLS and nothing else. */
@Integration
@Timeout(60)
class TlsSwarmTest {
    private static final int MANY_BYTES = 3_000_000;

    private final Certificates certificates = Certificates.get();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Swarm swarm;
    private LoopbackPeer peer;

    @AfterEach
    void stop() throws IOException {
        if (swarm != null) {
            swarm.close();
        }
        if (peer != null) {
            peer.close();
        }
    }

    private final class Hearing implements MemberListener {
        @Override
        public void message(Member member, Opcode opcode, ByteBuffer payload) {
            heard.add("message of " + payload.remaining());
        }

        @Override
        public void ended(Member member) {
            heard.add("ended " + member.end());
        }
    }

    private CompletableFuture<Opening> open(Target target, Tls tls, Duration limit) throws IOException {
        swarm = Swarm.start(
                SwarmOptions.withSeed(42).withConnectTimeout(limit).withProfile(ClientProfile.PLAIN.withTls(tls)));
        return swarm.open(Cohort.of("test", 1, target, new Hearing()));
    }

    private CompletableFuture<Opening> open(Tls tls) throws IOException {
        return open(peer.target(), tls, Duration.ofSeconds(20));
    }

    private record Pair(Member member, SSLSocket server) {}

    private Pair connect(Tls tls, String... versions) throws Exception {
        CompletableFuture<Opening> opening = open(tls);
        SSLSocket server = (SSLSocket) peer.accept();
        if (versions.length > 0) {
            server.setEnabledProtocols(versions);
        }
        SSLParameters parameters = server.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        server.setSSLParameters(parameters);
        LoopbackPeer.upgrade(server);
        return new Pair(opening.get(20, TimeUnit.SECONDS).open().get(0), server);
    }

    private Pair connect() throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        return connect(certificates.trusting());
    }

    private OpenFailure failure(CompletableFuture<Opening> opening) throws Exception {
        Opening result = opening.get(30, TimeUnit.SECONDS);
        assertThat(result.open()).isEmpty();
        return result.failures().get(0);
    }

    /** Lets the server's side of a handshake run, whatever comes of it. */
    private void serveOne() {
        Thread serving = new Thread(() -> {
            try (Socket socket = peer.accept()) {
                LoopbackPeer.upgrade(socket);
            } catch (IOException e) {
                heard.add("server: " + e.getMessage());
            }
        });
        serving.setDaemon(true);
        serving.start();
    }

    private void tell(Member member, Consumer<Member> action) {
        swarm.each(List.of(member), action).join();
    }

    private String nextHeard() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void exchangesMoreThanAnyBufferHolds(String version) throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        Pair pair = connect(certificates.trusting(), version);
        assertThat(pair.server.getSession().getProtocol()).isEqualTo(version);
        assertThat(pair.server.getApplicationProtocol()).isEqualTo("http/1.1");

        tell(pair.member, member -> {
            member.send(Opcode.BINARY, ByteBuffer.allocate(MANY_BYTES));
            member.send(Opcode.BINARY, ByteBuffer.allocate(7));
        });
        InputStream in = pair.server.getInputStream();
        assertThat(in.readNBytes(14 + MANY_BYTES + 6 + 7)).hasSize(14 + MANY_BYTES + 6 + 7);

        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(new byte[] {(byte) 0x82, 127, 0, 0, 0, 0});
        frames.writeBytes(ByteBuffer.allocate(4).putInt(MANY_BYTES).array());
        frames.writeBytes(new byte[MANY_BYTES]);
        frames.writeBytes(new byte[] {(byte) 0x81, 2, 'h', 'i'});
        pair.server.getOutputStream().write(frames.toByteArray());
        assertThat(nextHeard()).isEqualTo("message of " + MANY_BYTES);
        assertThat(nextHeard()).isEqualTo("message of 2");
    }

    @Test
    void asksForTheServerByItsName() throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        Target named = Target.parse("wss://localhost:" + peer.target().port() + "/");
        CompletableFuture<Opening> opening = open(named, certificates.trusting(), Duration.ofSeconds(20));
        SSLSocket server = (SSLSocket) peer.accept();
        LoopbackPeer.upgrade(server);

        assertThat(opening.get(20, TimeUnit.SECONDS).open()).hasSize(1);
        assertThat(((ExtendedSSLSession) server.getSession()).getRequestedServerNames())
                .hasToString("[type=host_name (0), value=localhost]");
    }

    @Test
    void asksForAnotherNameWhenTold() throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.ELSEWHERE));
        Tls tls = new Tls(
                Verification.FULL, PemFile.read(certificates.authority()).certificates(), null, "elsewhere.example");

        Pair pair = connect(tls);

        assertThat(((ExtendedSSLSession) pair.server.getSession()).getRequestedServerNames())
                .hasToString("[type=host_name (0), value=elsewhere.example]");
    }

    @Test
    void aResetComesWithoutCloseNotify() throws Exception {
        Pair pair = connect();
        tell(pair.member, Member::reset);

        assertThatThrownBy(() -> pair.server.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("Connection reset");
    }

    @Test
    void aDropIsABareFin() throws Exception {
        Pair pair = connect();
        long before = peer.received();
        tell(pair.member, Member::drop);

        assertCut(pair.server, before);
    }

    @Test
    void aHalfCloseIsABareFinAfterWhichItStillListens() throws Exception {
        Pair pair = connect();
        long before = peer.received();
        tell(pair.member, Member::halfClose);
        pair.server.getOutputStream().write(new byte[] {(byte) 0x81, 2, 'h', 'i'});

        assertThat(nextHeard()).isEqualTo("message of 2");
        assertCut(pair.server, before);
        pair.server.close();
        assertThat(nextHeard()).startsWith("ended ");
    }

    /** The stream ends, and no record came before its end. */
    private void assertCut(SSLSocket server, long receivedBefore) throws IOException {
        assertThat(server.getInputStream().read()).isEqualTo(-1);
        assertThat(peer.received()).isEqualTo(receivedBefore);
    }

    @Test
    void aFrozenOneTakesNothingAndKeepsItsSocket() throws Exception {
        Pair pair = connect();
        tell(pair.member, Member::freeze);
        OutputStream out = pair.server.getOutputStream();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                out.write(new byte[] {(byte) 0x81, 2, 'h', 'i'});
                while (true) {
                    out.write(new byte[65_536]);
                }
            } catch (IOException e) {
                heard.add("server: " + e.getMessage());
            }
        });

        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(writing).isNotDone();
        tell(pair.member, Member::thaw);
        assertThat(nextHeard()).isEqualTo("message of 2");
    }

    @Test
    void answersTheServersGoodbye() throws Exception {
        Pair pair = connect();
        long before = peer.received();
        pair.server.shutdownOutput(); // with a close_notify

        assertThat(nextHeard()).isEqualTo("ended FIN");
        assertThat(pair.server.getInputStream().read()).isEqualTo(-1);
        assertThat(peer.received()).as("bytes of a close_notify").isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELF_SIGNED | 'CN=loner' does not verify: it is self-signed; trust it or its issuer with --cacert FILE, or use -k",
                "EXPIRED     | 'CN=bygone' does not verify: it expired on 20",
                "ELSEWHERE   | it is for elsewhere.example, not for 127.0.0.1; use a name that it is for",
            })
    void refusesACertificateThatDoesNotVerify(Owner owner, String complaint) throws Exception {
        peer = LoopbackPeer.secured(certificates.context(owner));
        serveOne();

        OpenFailure failure = failure(open(certificates.trusting()));

        assertThat(failure.kind()).isEqualTo(Kind.TLS);
        assertThat(failure.text()).startsWith("the server's certificate '").contains(complaint, "-k");
    }

    @Test
    void refusesAnIssuerThatJavaDoesNotTrust() throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        serveOne();

        assertThat(failure(open(Tls.DEFAULT)).text())
                .contains("its issuer 'CN=authority' is not trusted", "--cacert", "-k");
    }

    @Test
    void aSelfSignedCertificateCanBeTrustedItself() throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.SELF_SIGNED));

        connect(new Tls(
                Verification.FULL,
                PemFile.read(certificates.certificate(Owner.SELF_SIGNED)).certificates(),
                null,
                null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELF_SIGNED", "EXPIRED", "ELSEWHERE"})
    void acceptsAnyCertificateWhenTold(Owner owner) throws Exception {
        peer = LoopbackPeer.secured(certificates.context(owner));

        connect(new Tls(Verification.NONE, List.of(), null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void saysThatTheServerWantsACertificate(String version) throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        CompletableFuture<Opening> opening = open(certificates.trusting());
        SSLSocket server = (SSLSocket) peer.accept();
        server.setEnabledProtocols(new String[] {version});
        server.setNeedClientAuth(true);
        assertThatThrownBy(server::startHandshake).isInstanceOf(IOException.class);

        assertThat(failure(opening).text()).contains("wants a client certificate", "--cert FILE and --key FILE");
    }

    /** It lets the handshake end first, as TLS 1.3 does, and says nothing afterwards. */
    @ParameterizedTest
    @CsvSource({"true, TLS, wants a client certificate", "false, REFUSED, ended the connection"})
    void asksWhetherTheServerWantedACertificateWhenItLeavesWithoutAWord(boolean wants, Kind kind, String complaint)
            throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        CompletableFuture<Opening> opening = open(certificates.trusting());
        SSLSocket server = (SSLSocket) peer.accept();
        server.setWantClientAuth(wants);
        LoopbackPeer.readHead(server.getInputStream());
        server.close();

        OpenFailure failure = failure(opening);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.text()).contains(complaint);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void showsItsCertificate(boolean isPkcs1) throws Exception {
        ClientIdentity identity = ClientIdentity.read(
                certificates.certificate(Owner.CLIENT),
                isPkcs1 ? certificates.rsaKey(Owner.CLIENT) : certificates.key(Owner.CLIENT));
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        CompletableFuture<Opening> opening = open(new Tls(
                Verification.FULL, PemFile.read(certificates.authority()).certificates(), identity, null));
        SSLSocket server = (SSLSocket) peer.accept();
        server.setNeedClientAuth(true);
        LoopbackPeer.upgrade(server);

        assertThat(opening.get(20, TimeUnit.SECONDS).open()).hasSize(1);
        assertThat(server.getSession().getPeerPrincipal()).hasToString("CN=client");
    }

    @Test
    void saysThatItsCertificateIsNotAccepted() throws Exception {
        ClientIdentity stranger = ClientIdentity.read(certificates.both(Owner.SELF_SIGNED), null);
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        CompletableFuture<Opening> opening = open(new Tls(Verification.NONE, List.of(), stranger, null));
        SSLSocket server = (SSLSocket) peer.accept();
        server.setNeedClientAuth(true);
        assertThatThrownBy(server::startHandshake).isInstanceOf(IOException.class);

        assertThat(failure(opening).text()).contains("does not accept the client certificate: certificate_unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 400 Bad Request\\r\\n\\r\\n | does not speak TLS on this port; without TLS the URL begins with ws://",
                "'' | ended the connection in the TLS handshake; does it speak TLS on this port?",
            })
    void saysThatTheServerSpeaksNoTls(String answer, String complaint) throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Opening> opening = open(
                    Target.parse("wss://127.0.0.1:" + plain.getLocalPort()),
                    certificates.trusting(),
                    Duration.ofSeconds(20));
            try (Socket socket = plain.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(answer.replace("\\r\\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            }

            OpenFailure failure = failure(opening);
            assertThat(failure.kind()).isEqualTo(Kind.TLS);
            assertThat(failure.text()).contains(complaint);
        }
    }

    @Test
    void theHandshakeCountsInTheOpeningsTime() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            OpenFailure failure = failure(open(
                    Target.parse("wss://127.0.0.1:" + mute.getLocalPort()),
                    certificates.trusting(),
                    Duration.ofMillis(300)));

            assertThat(failure.kind()).isEqualTo(Kind.TLS);
            assertThat(failure.text()).startsWith("no end of the TLS handshake in time");
        }
    }

    @Test
    void aPlainClientIsToldThatTheServerWantsTls() throws Exception {
        peer = LoopbackPeer.secured(certificates.context(Owner.SERVER));
        serveOne();

        OpenFailure failure = failure(open(
                Target.parse("ws://127.0.0.1:" + peer.target().port()),
                certificates.trusting(),
                Duration.ofSeconds(20)));

        assertThat(failure.text()).isEqualTo("a TLS alert, so it wants TLS; the URL begins with wss://");
    }
}

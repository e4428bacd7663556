package dev.wsdoc.swarm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.swarm.OpenFailure.Kind;
import dev.wsdoc.wire.handshake.Compression;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What members say, by what their server agreed to and what their profile wants. */
@Timeout(60)
class MemberTest {
    private static final String AGREED = "Sec-WebSocket-Extensions: permessage-deflate";
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;

    private LoopbackPeer peer;
    private Swarm swarm;

    @BeforeEach
    void start() throws IOException {
        peer = new LoopbackPeer();
    }

    @AfterEach
    void stop() throws IOException {
        swarm.close();
        peer.close();
    }

    private CompletableFuture<Opening> open(ClientProfile profile, ConnectMode mode) throws IOException {
        swarm = Swarm.start(SwarmOptions.withSeed(42).withProfile(profile));
        return swarm.open(
                Cohort.of("test", 1, peer.target(), MemberListener.NONE).arriving(mode));
    }

    private static ClientProfile compressing(String hello) {
        return new ClientProfile(
                List.of(),
                Compression.PERMESSAGE_DEFLATE,
                hello == null ? Hello.NONE : Hello.of(hello),
                null,
                null,
                List.of(),
                Map.of(),
                Tls.DEFAULT);
    }

    private static Member only(CompletableFuture<Opening> opening) throws Exception {
        return opening.get(20, TimeUnit.SECONDS).open().get(0);
    }

    private void tell(Member member, Consumer<Member> action) throws Exception {
        swarm.each(List.of(member), action).get(20, TimeUnit.SECONDS);
    }

    /** The first byte of the next frame, which is short. */
    private static int skipFrame(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        in.readNBytes(4 + (in.readUnsignedByte() & 0x7f));
        return first;
    }

    @Test
    void compressesMessagesButNoControlFramesWhereThatWasAgreedOn() throws Exception {
        CompletableFuture<Opening> opening = open(compressing(null), ConnectMode.AS_CLIENT);
        try (Socket server = peer.upgraded(AGREED)) {
            tell(only(opening), member -> {
                member.sendText("hello");
                member.ping(ByteBuffer.wrap("hello".getBytes(UTF_8)));
            });

            DataInputStream in = new DataInputStream(server.getInputStream());
            assertThat(skipFrame(in)).isEqualTo(FIN | RSV1 | 1);
            assertThat(skipFrame(in)).isEqualTo(FIN | 9);
        }
    }

    @Test
    void compressesNothingWhereTheServerDidNotAgree() throws Exception {
        CompletableFuture<Opening> opening = open(compressing("hello"), ConnectMode.AS_CLIENT);
        try (Socket server = peer.upgraded()) {
            assertThat(skipFrame(new DataInputStream(server.getInputStream()))).isEqualTo(FIN | 1);
            assertThat(swarm.collect(List.of(only(opening)), MemberState::compresses)
                            .join())
                    .containsExactly(false);
        }
    }

    @Test
    void greetsNobodyWithoutAWebSocket() throws Exception {
        CompletableFuture<Opening> opening = open(compressing("hello"), ConnectMode.CONNECTED);
        try (Socket server = peer.accept()) {
            Member member = only(opening);
            assertThat(swarm.collect(List.of(member), MemberState::compresses).join())
                    .containsExactly(false);
            tell(member, Member::drop);

            assertThat(server.getInputStream().readAllBytes()).isEmpty();
        }
    }

    /** RFC 6455 section 7.1.5: a close without a code is 1005, which is never on the wire. */
    @Test
    void answersACloseWithoutACodeByOneWithoutACode() throws Exception {
        CompletableFuture<Opening> opening = open(ClientProfile.PLAIN, ConnectMode.AS_CLIENT);
        try (Socket server = peer.upgraded()) {
            server.getOutputStream().write(new byte[] {(byte) 0x88, 0});

            DataInputStream in = new DataInputStream(server.getInputStream());
            assertThat(in.readUnsignedShort()).isEqualTo(0x8880);
            assertThat(swarm.collect(List.of(only(opening)), Member::closeCode).join())
                    .containsExactly(1005);
        }
    }

    /** Java has an unchecked exception for this; it is the connection's failure all the same. */
    @Test
    void anAddressOfAnotherFamilyFailsTheOpening() throws Exception {
        InetAddress six = InetAddress.getByAddress(new byte[16]);

        Opening opening = open(ClientProfile.PLAIN.withSources(List.of(six)), ConnectMode.AS_CLIENT)
                .get(20, TimeUnit.SECONDS);

        assertThat(opening.open()).isEmpty();
        assertThat(opening.failures()).extracting(OpenFailure::kind).containsExactly(Kind.CONNECT);
        assertThat(opening.failures()).extracting(OpenFailure::text).containsExactly("UnsupportedAddressTypeException");
    }
}

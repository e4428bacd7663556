package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectModeTest {
    private LoopbackPeer peer;
    private Swarm swarm;

    @BeforeEach
    void start() throws IOException {
        peer = new LoopbackPeer();
        swarm = Swarm.start(SwarmOptions.withSeed(7));
    }

    @AfterEach
    void stop() throws IOException {
        swarm.close();
        peer.close();
    }

    private CompletableFuture<Opening> open(ConnectMode arrival) throws IOException {
        return swarm.open(
                Cohort.of("test", 1, peer.target(), MemberListener.NONE).arriving(arrival));
    }

    private static Member only(CompletableFuture<Opening> opening) throws Exception {
        return opening.get(5, TimeUnit.SECONDS).open().get(0);
    }

    private <T> T ask(Member member, Function<Member, T> question) {
        return swarm.collect(List.of(member), question).join().get(0);
    }

    private void tell(Member member, Consumer<Member> action) {
        swarm.each(List.of(member), action).join();
    }

    @Test
    void aConnectedMemberSaysNothingOfItself() throws Exception {
        CompletableFuture<Opening> opening = open(ConnectMode.CONNECTED);
        try (Socket server = peer.accept()) {
            Member member = only(opening);
            tell(member, one -> one.inject(ByteBuffer.wrap("hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII))));

            assertThat(LoopbackPeer.readHead(server.getInputStream())).isEqualTo("hello\r\n\r\n");
            assertThat(ask(member, Member::afflictedAt)).isNotZero();
        }
    }

    @Test
    void aConnectedMemberKeepsTheBeginningOfTheAnswer() throws Exception {
        CompletableFuture<Opening> opening = open(ConnectMode.CONNECTED);
        try (Socket server = peer.accept()) {
            Member member = only(opening);
            server.getOutputStream().write("HTTP/1.1 426 Upgrade Required\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            server.getOutputStream().write(new byte[10_000]);
            server.shutdownOutput();

            await().until(() -> ask(member, Member::end) == SocketEnd.FIN);
            assertThat(ask(member, Member::answer))
                    .startsWith("HTTP/1.1 426 Upgrade Required\r\n\r\n")
                    .hasSize(4096);
        }
    }

    @Test
    void aConnectedMemberKnowsTheRequestThatAGoodClientWouldMake() throws Exception {
        CompletableFuture<Opening> opening = open(ConnectMode.CONNECTED);
        try (Socket server = peer.accept()) {
            Member member = only(opening);
            tell(member, one -> one.write(ByteBuffer.wrap(one.upgradeRequest())));

            assertThat(LoopbackPeer.readHead(server.getInputStream()))
                    .startsWith("GET / HTTP/1.1\r\n")
                    .contains("\r\nSec-WebSocket-Version: 13\r\n")
                    .containsPattern("\r\nSec-WebSocket-Key: [A-Za-z0-9+/]{22}==\r\n");
        }
    }

    @Test
    void aClientHasNoRequestLeft() throws Exception {
        CompletableFuture<Opening> opening = open(ConnectMode.AS_CLIENT);
        try (Socket server = peer.upgraded()) {
            Member member = only(opening);

            assertThatIllegalStateException().isThrownBy(member::upgradeRequest);
            assertThat(ask(member, Member::answer)).isEmpty();
            assertThat(server.isConnected()).isTrue();
        }
    }

    @Test
    void countsPongs() throws Exception {
        CompletableFuture<Opening> opening = open(ConnectMode.AS_CLIENT);
        try (Socket server = peer.upgraded()) {
            Member member = only(opening);
            server.getOutputStream().write(new byte[] {(byte) 0x8A, 0, (byte) 0x8A, 1, 'x'});

            await().until(() -> ask(member, Member::pongs) == 2);
        }
    }

    /** What a server can write before it must wait is what both kernels keep. */
    @Test
    void aSmallReceiveBufferFillsSoon() throws Exception {
        assertThat(writtenBeforeItBlocks(new ConnectMode(true, 4096)))
                .isLessThan(writtenBeforeItBlocks(ConnectMode.AS_CLIENT));
    }

    private long writtenBeforeItBlocks(ConnectMode arrival) throws Exception {
        CompletableFuture<Opening> opening = open(arrival);
        try (Socket server = peer.upgraded()) {
            tell(only(opening), Member::freeze);
            long[] written = {0};
            Thread writer = new Thread(() -> {
                try {
                    for (; written[0] < 64 << 20; written[0] += 1024) {
                        server.getOutputStream().write(new byte[1024]);
                    }
                } catch (IOException e) {
                    return; // the test closes the socket under it
                }
            });
            writer.start();
            long[] last = {-1};
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                boolean stands = written[0] == last[0];
                last[0] = written[0];
                return stands;
            });
            return last[0];
        }
    }

    @Test
    void doesThingsLaterUnlessItHasEnded() throws Exception {
        CompletableFuture<Opening> opening = open(ConnectMode.CONNECTED);
        try (Socket server = peer.accept()) {
            Member member = only(opening);
            boolean[] late = {false};
            tell(member, one -> {
                one.later(Duration.ofMillis(20), one::reset);
                one.later(Duration.ofMillis(60), () -> late[0] = true);
                one.later(Duration.ofMillis(1), () -> one.write(ByteBuffer.wrap(new byte[] {'x'})));
            });

            assertThat(server.getInputStream().read()).isEqualTo('x');
            await().until(() -> ask(member, Member::end) == SocketEnd.LOCAL);
            await().pollDelay(Duration.ofMillis(150)).until(() -> true);
            swarm.close();
            assertThat(late).containsExactly(false);
        }
    }
}

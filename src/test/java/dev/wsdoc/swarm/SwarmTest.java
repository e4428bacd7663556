package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.model.Target;
import dev.wsdoc.wire.WireLimits;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwarmTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private LoopbackPeer peer;
    private Swarm swarm;

    @BeforeEach
    void start() throws IOException {
        peer = new LoopbackPeer();
        swarm = Swarm.start(SwarmOptions.withSeed(42).withConnectTimeout(Duration.ofMillis(400)));
    }

    @AfterEach
    void stop() throws IOException {
        swarm.close();
        peer.close();
    }

    private final class Hearing implements MemberListener {
        @Override
        public void message(Member member, Opcode opcode, ByteBuffer payload) {
            heard.add("message " + StandardCharsets.UTF_8.decode(payload));
        }

        @Override
        public void ended(Member member) {
            heard.add("ended " + member.end() + " " + member.closeCode());
        }
    }

    private CompletableFuture<Opening> open(int size) throws IOException {
        return swarm.open(Cohort.of("test", size, peer.target(), new Hearing()));
    }

    private Member openOne(Socket[] serverSide, String... headers) throws Exception {
        CompletableFuture<Opening> opening = open(1);
        serverSide[0] = peer.upgraded(headers);
        return opening.get(5, TimeUnit.SECONDS).open().get(0);
    }

    private String nextHeard() throws InterruptedException {
        return heard.poll(5, TimeUnit.SECONDS);
    }

    @Test
    void opensACohortWithFewConnectsInFlight() throws Exception {
        CompletableFuture<Opening> opening = open(300);
        for (int i = 0; i < 300; i++) {
            peer.upgraded();
        }

        Opening result = opening.get(10, TimeUnit.SECONDS);

        assertThat(result.failures()).isEmpty();
        assertThat(result.open()).extracting(Member::index).isSorted().hasSize(300);
        assertThat(swarm.settled()).isEqualTo(300);
    }

    @Test
    void learnsTheServersNameForAConnection() throws Exception {
        Socket[] socket = new Socket[1];
        Member member = openOne(socket, "X-Connection-Id: customer_s1-7");

        assertThat(swarm.collect(List.of(member), Member::connectionId).get(5, TimeUnit.SECONDS))
                .containsExactly("customer_s1-7");
    }

    @Test
    void answersPingsAndCloses() throws Exception {
        Socket[] socket = new Socket[1];
        openOne(socket);
        socket[0].getOutputStream().write(new byte[] {(byte) 0x89, 1, 'x', (byte) 0x88, 2, 3, (byte) 0xe8});

        byte[] pong = socket[0].getInputStream().readNBytes(7);
        byte[] close = socket[0].getInputStream().readNBytes(8);
        socket[0].close();

        assertThat(pong[0]).isEqualTo((byte) 0x8a);
        assertThat((byte) (pong[6] ^ pong[2])).isEqualTo((byte) 'x');
        assertThat(close[0]).isEqualTo((byte) 0x88);
        assertThat(nextHeard()).isEqualTo("ended FIN 1000");
    }

    @Test
    void hangsUpOnAServerThatBreaksTheProtocol() throws Exception {
        Socket[] socket = new Socket[1];
        openOne(socket);
        socket[0].getOutputStream().write(new byte[] {(byte) 0xc1, 1, 'x'}); // RSV1 without an extension

        assertThat(nextHeard()).isEqualTo("ended VIOLATION 0");
        assertThat(socket[0].getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void seesAResetFromTheServer() throws Exception {
        Socket[] socket = new Socket[1];
        openOne(socket);
        socket[0].setSoLinger(true, 0);
        socket[0].close();

        assertThat(nextHeard()).isEqualTo("ended RESET 0");
    }

    @Test
    void writesMoreThanTheSocketTakesAtOnce() throws Exception {
        Socket[] socket = new Socket[1];
        Member member = openOne(socket);
        byte[] large = new byte[8 * 1024 * 1024];
        swarm.each(List.of(member), one -> one.send(Opcode.BINARY, ByteBuffer.wrap(large)))
                .get(5, TimeUnit.SECONDS);
        swarm.each(List.of(member), one -> one.sendText("after")).get(5, TimeUnit.SECONDS);

        byte[] frame = socket[0].getInputStream().readNBytes(14 + large.length);
        byte[] next = socket[0].getInputStream().readNBytes(11);

        assertThat(frame[0]).isEqualTo((byte) 0x82);
        assertThat(next[0]).isEqualTo((byte) 0x81);
    }

    @Test
    void countsARefusedUpgradeAsAFailure() throws Exception {
        CompletableFuture<Opening> opening = open(1);
        Socket socket = peer.accept();
        LoopbackPeer.readHead(socket.getInputStream());
        socket.getOutputStream().write("HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        OpenFailure failure = opening.get(5, TimeUnit.SECONDS).failures().get(0);

        assertThat(failure.kind()).isEqualTo(OpenFailure.Kind.REFUSED);
        assertThat(failure.text()).contains("404 Not Found");
        assertThat(failure.refusal().reason()).isEqualTo(UpgradeRefusal.Reason.STATUS);
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswer() throws Exception {
        CompletableFuture<Opening> opening = open(3);

        Opening result = opening.get(5, TimeUnit.SECONDS);

        assertThat(result.open()).isEmpty();
        assertThat(result.failures()).extracting(OpenFailure::kind).containsOnly(OpenFailure.Kind.TIMEOUT);
    }

    @Test
    void countsARefusedConnectAsAFailure() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Target target = Target.parse("ws://127.0.0.1:" + port + "/");

        Opening result =
                swarm.open(Cohort.of("test", 2, target, MemberListener.NONE)).get(5, TimeUnit.SECONDS);

        assertThat(result.failures()).hasSize(2);
        assertThat(result.failures().get(0).kind()).isEqualTo(OpenFailure.Kind.CONNECT);
        assertThat(result.failures().get(0).text()).contains("refused");
    }

    @Test
    void leavesNoSocketBehind() throws Exception {
        Socket[] socket = new Socket[1];
        openOne(socket);

        swarm.close();

        assertThat(socket[0].getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void spreadsACohortOverItsLoops() throws Exception {
        AtomicBoolean differ = new AtomicBoolean();
        try (Swarm two = Swarm.start(
                new SwarmOptions(2, 16, Duration.ofSeconds(5), 1, WireLimits.DEFAULT, ClientProfile.PLAIN))) {
            CompletableFuture<Opening> opening = two.open(Cohort.of("test", 10, peer.target(), MemberListener.NONE));
            for (int i = 0; i < 10; i++) {
                peer.upgraded();
            }
            List<Member> members = opening.get(5, TimeUnit.SECONDS).open();
            List<String> threads = two.collect(
                            members, member -> Thread.currentThread().getName())
                    .get(5, TimeUnit.SECONDS);
            differ.set(threads.stream().distinct().count() == 2);
            assertThat(members).extracting(Member::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }

        assertThat(differ).isTrue();
    }
}

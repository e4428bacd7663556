package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.net.tls.Certificates;
import dev.wsdoc.net.tls.Certificates.Owner;
import dev.wsdoc.wire.frame.Opcode;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member that its server streams to without end, beside one that shares its loop. */
@Integration
@Timeout(60)
class StreamedToTest {
    private static final int READ = 64 * 1024;

    private final Certificates certificates = Certificates.get();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private LoopbackPeer peer;
    private Swarm swarm;
    private Member greedy;
    private Socket greedyServer;
    private Member other;
    private Socket otherServer;
    private final AtomicInteger sharesTaken = new AtomicInteger();

    @AfterEach
    void stop() throws IOException {
        greedyServer.close();
        otherServer.close();
        swarm.close();
        peer.close();
    }

    private void start(String scheme) throws Exception {
        peer = scheme.equals("ws") ? new LoopbackPeer() : LoopbackPeer.secured(certificates.context(Owner.SERVER));
        swarm = Swarm.start(SwarmOptions.withSeed(42)
                .withConnectTimeout(Duration.ofSeconds(20))
                .withProfile(ClientProfile.PLAIN.withTls(certificates.trusting())));
        List<Member> members = new ArrayList<>();
        List<Socket> sockets = new ArrayList<>();
        for (MemberListener listener : List.of(new Shares(), new Hearing())) {
            CompletableFuture<Opening> opening = swarm.open(Cohort.of("test", 1, peer.target(), listener));
            sockets.add(peer.upgraded());
            members.addAll(opening.get(20, TimeUnit.SECONDS).open());
        }
        greedy = members.get(0);
        other = members.get(1);
        greedyServer = sockets.get(0);
        otherServer = sockets.get(1);
    }

    private final class Hearing implements MemberListener {
        @Override
        public void message(Member member, Opcode opcode, ByteBuffer payload) {
            heard.add("message of " + payload.remaining());
        }
    }

    /** Counts the bytes that come in one turn of the loop. */
    private final class Shares implements MemberListener {
        private int bytes;
        private int largest;

        @Override
        public void message(Member member, Opcode opcode, ByteBuffer payload) {
            if (bytes == 0) {
                member.loop.events.execute(this::turnOver); // after the channels of this very turn
            }
            bytes += 2 + payload.remaining();
        }

        private void turnOver() {
            largest = Math.max(largest, bytes);
            bytes = 0;
            sharesTaken.incrementAndGet();
        }
    }

    /** Waits until the flood has kept the loop busy for a while. */
    private void flooded() {
        int before = sharesTaken.get();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> sharesTaken.get() > before + 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws", "wss"})
    void leavesTheOthersOfItsLoopTheirTurns(String scheme) throws Exception {
        start(scheme);
        Flood.ofMessages(greedyServer);
        flooded();

        otherServer.getOutputStream().write(new byte[] {(byte) 0x81, 2, 'h', 'i'});
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("message of 2");
        swarm.each(List.of(other), member -> member.sendText("hi")).get(10, TimeUnit.SECONDS);
        assertThat(otherServer.getInputStream().readNBytes(8)[0]).isEqualTo((byte) 0x81);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws", "wss"})
    void isReadButAShareInEachTurn(String scheme) throws Exception {
        start(scheme);
        Flood.ofMessages(greedyServer);
        flooded();

        int largest = swarm.collect(List.of(greedy), member -> ((Shares) member.listener).largest)
                .get(10, TimeUnit.SECONDS)
                .get(0);

        assertThat(largest).isBetween(1, ReadBudget.BYTES + READ);
    }

    /** Whole messages may be left within TLS while nothing more comes over the network. */
    @Test
    void getsWhatTlsHeldBackWithoutAnotherByteFromTheServer() throws Exception {
        start("wss");
        int messages = 300; // more records than one turn reads
        for (int i = 0; i < messages; i++) {
            otherServer.getOutputStream().write(new byte[] {(byte) 0x81, 2, 'h', 'i'});
        }

        for (int i = 0; i < messages; i++) {
            assertThat(heard.poll(10, TimeUnit.SECONDS)).as("message %d", i).isEqualTo("message of 2");
        }
    }

    @Test
    void canBeDropped() throws Exception {
        start("ws");
        Flood.ofMessages(greedyServer);
        flooded();

        swarm.each(List.of(greedy), Member::drop).get(10, TimeUnit.SECONDS);

        assertThat(isOver(greedyServer)).isTrue();
        assertThat(swarm.collect(List.of(greedy), Member::end).get(10, TimeUnit.SECONDS))
                .containsExactly(SocketEnd.LOCAL);
    }

    /** The FIN comes first, but an RST follows as soon as the server is not heard out. */
    private static boolean isOver(Socket server) {
        try {
            return server.getInputStream().read() < 0;
        } catch (IOException e) {
            return e.getMessage().contains("reset");
        }
    }

    /** Frozen in the middle of a stream, it finds what came meanwhile, in its order. */
    @ParameterizedTest
    @ValueSource(strings = {"ws", "wss"})
    void canBeFrozenAndThawed(String scheme) throws Exception {
        start(scheme);
        Flood.ofMessages(greedyServer);
        flooded();
        swarm.each(List.of(greedy), Member::freeze).get(10, TimeUnit.SECONDS);
        int frozenAt = swarm.collect(List.of(greedy), member -> sharesTaken.get())
                .get(10, TimeUnit.SECONDS)
                .get(0);
        swarm.each(List.of(other), member -> {}).get(10, TimeUnit.SECONDS);
        assertThat(sharesTaken.get() - frozenAt)
                .as("turns in which it was read")
                .isLessThanOrEqualTo(1);

        swarm.each(List.of(greedy), Member::thaw).get(10, TimeUnit.SECONDS);

        flooded();
        assertThat(swarm.collect(List.of(greedy), Member::end).get(10, TimeUnit.SECONDS))
                .as("no frame was lost, which would be a violation")
                .containsExactly(SocketEnd.NONE);
    }
}

package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.swarm.OpenFailure.Kind;
import dev.wsdoc.wire.WireLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A member's way in, over a transport that takes its time or fails, before a real server. */
@Timeout(60)
class MemberSocketTest {
    private LoopbackPeer peer;
    private SwarmLoop loop;

    @BeforeEach
    void start() throws IOException {
        peer = new LoopbackPeer();
        loop = SwarmLoop.start("wsdoc-swarm-test", WireLimits.DEFAULT, new SplittableRandom(7));
    }

    @AfterEach
    void stop() throws IOException {
        loop.events.close();
        peer.close();
    }

    /** Plain bytes, once it was asked so often whether it is ready. */
    private static final class Hesitant implements Transport {
        private final PlainTransport plain;
        private final Deque<Progress> progress;

        Hesitant(SocketChannel channel, Progress... progress) {
            this.plain = new PlainTransport(channel);
            this.progress = new ArrayDeque<>(Arrays.asList(progress));
        }

        @Override
        public Progress prepare() {
            return progress.isEmpty() ? Progress.READY : progress.remove();
        }

        @Override
        public int read(ByteBuffer in) throws IOException {
            return plain.read(in);
        }

        @Override
        public boolean mayHaveMore(int count, int capacity) {
            return plain.mayHaveMore(count, capacity);
        }

        @Override
        public boolean write(ByteBuffer bytes) throws IOException {
            return plain.write(bytes);
        }

        @Override
        public void answerEnd() {}
    }

    private record Attempt(Member member, Opener opener) {
        Opening outcome() throws Exception {
            return opener.result().get(20, TimeUnit.SECONDS);
        }
    }

    /** One member that an opener awaits, though the opener did not make it. */
    private Attempt connect(Transport.Maker maker) {
        InetSocketAddress address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), peer.target().port());
        Cohort cohort = Cohort.of("test", 1, peer.target(), MemberListener.NONE);
        Opener opener = new Opener(cohort, loop, SwarmOptions.withSeed(7), address, 1, 1, new AtomicInteger());
        PreparedUpgrade upgrade = PreparedUpgrade.to(peer.target(), "/", ClientProfile.PLAIN);
        MemberSocket socket = new MemberSocket(address, null, 0, maker);
        Connecting connecting = new Connecting(upgrade, true, opener, Long.MAX_VALUE);
        Member member = new Member(0, loop, socket, MemberListener.NONE, connecting);
        loop.events.execute(() -> socket.connect(member));
        return new Attempt(member, opener);
    }

    @Test
    void isOpenOnceItsTransportCouldWrite() throws Exception {
        Attempt attempt = connect(channel -> new Hesitant(channel, Transport.Progress.NEEDS_WRITE));
        try (Socket server = peer.upgraded()) {
            assertThat(attempt.outcome().open()).containsExactly(attempt.member);
            assertThat(server.isConnected()).isTrue();
        }
    }

    @Test
    void saysNothingBeforeItsTransportIsReady() throws Exception {
        Attempt attempt = connect(channel -> new Hesitant(channel, Transport.Progress.NEEDS_READ));
        try (Socket server = peer.accept()) {
            await().until(() -> isPreparing(attempt));

            server.getOutputStream().write('x'); // what the transport waits for; it is not looked at
            LoopbackPeer.readHead(server.getInputStream());
            assertThat(isPreparing(attempt)).isFalse();
        }
    }

    @Test
    void aTransportThatCannotBeMadeFailsTheOpening() throws Exception {
        Attempt attempt = connect(channel -> {
            throw new IOException("no trust store");
        });

        List<OpenFailure> failures = attempt.outcome().failures();
        assertThat(failures).containsExactly(new OpenFailure(Kind.CONNECT, "no trust store", null));
        assertThat(ask(attempt, Member::end)).isEqualTo(SocketEnd.LOCAL);
    }

    @Test
    void aBugInATransportFailsTheOpeningToo() throws Exception {
        Attempt attempt = connect(channel -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(attempt.outcome().failures()).extracting(OpenFailure::text).containsExactly("on purpose");
        try (Socket server = peer.accept()) {
            assertThat(server.getInputStream().read())
                    .as("nothing is left open")
                    .isEqualTo(-1);
        }
    }

    private boolean isPreparing(Attempt attempt) throws Exception {
        return ask(attempt, member -> member.socket.isPreparing());
    }

    private <T> T ask(Attempt attempt, Function<Member, T> question) throws Exception {
        return loop.submit(() -> question.apply(attempt.member)).get(20, TimeUnit.SECONDS);
    }
}

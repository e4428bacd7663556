package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.model.Target;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.wire.frame.Opcode;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.helpers.NOPLogger;

/** One socket that is streamed to without end among a thousand that echo, on one loop. */
@Integration
@Timeout(120)
class FairnessTest {
    private static final int OTHERS = 999;
    private static final int ECHOES = 20; // of each member in a round
    private static final int ROUNDS = 5;
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(10); // below it, a ratio says nothing

    /** A round: each member sends its next text when the one before has come back. On the loop's thread. */
    private static final class Echoes implements MemberListener {
        private final long[] sentAt = new long[OTHERS];
        private final int[] left = new int[OTHERS];
        private Histogram latencies = new Histogram(3);
        private CompletableFuture<Histogram> round = new CompletableFuture<>();
        private int running;

        void start(Member member, CompletableFuture<Histogram> result) {
            if (round != result) {
                round = result;
                latencies = new Histogram(3);
                running = OTHERS;
            }
            left[member.index()] = ECHOES;
            send(member);
        }

        private void send(Member member) {
            sentAt[member.index()] = member.now();
            member.sendText("echo me, please");
        }

        @Override
        public void message(Member member, Opcode opcode, ByteBuffer payload) {
            latencies.recordValue(member.now() - sentAt[member.index()]);
            if (--left[member.index()] > 0) {
                send(member);
            } else if (--running == 0) {
                round.complete(latencies);
            }
        }
    }

    private final Echoes echoes = new Echoes();

    private long p99(Swarm swarm, List<Member> others) throws Exception {
        CompletableFuture<Histogram> result = new CompletableFuture<>();
        swarm.each(others, member -> echoes.start(member, result)).get(30, TimeUnit.SECONDS);
        return result.get(30, TimeUnit.SECONDS).getValueAtPercentile(99);
    }

    /** What else the machine does only makes a round slower. */
    private static long leastDisturbed(List<Long> rounds) {
        return Collections.min(rounds);
    }

    @Test
    void theOthersHardlyNoticeAGreedyOne() throws Exception {
        ServerConfig config = ServerConfig.defaults().withPort(0);
        try (ReferenceServer server = ReferenceServer.start(config, NOPLogger.NOP_LOGGER);
                LoopbackPeer peer = new LoopbackPeer();
                Swarm swarm = Swarm.start(SwarmOptions.withSeed(42))) {
            Target target = Target.parse("ws://127.0.0.1:" + server.port() + "/ws/echo");
            List<Member> others = swarm.open(Cohort.of("others", OTHERS, target, echoes))
                    .get(30, TimeUnit.SECONDS)
                    .open();
            assertThat(others).hasSize(OTHERS);
            p99(swarm, others); // to warm up

            List<Long> quiet = new ArrayList<>();
            List<Long> beside = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                quiet.add(p99(swarm, others));
                CompletableFuture<Opening> greedy =
                        swarm.open(Cohort.of("greedy", 1, peer.target(), MemberListener.NONE));
                try (Socket socket = peer.upgraded()) {
                    greedy.get(30, TimeUnit.SECONDS);
                    Flood flood = Flood.ofMessages(socket);
                    beside.add(p99(swarm, others));
                    assertThat(flood.sent()).as("bytes of the flood").isPositive();
                }
            }

            assertThat(Duration.ofNanos(leastDisturbed(beside)))
                    .as("p99 beside a greedy one; quiet %s, beside %s", quiet, beside)
                    .isLessThan(Duration.ofNanos(2 * Math.max(leastDisturbed(quiet), LEAST_NANOS)));
        }
    }
}

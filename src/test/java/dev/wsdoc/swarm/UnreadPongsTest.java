package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.frame.Opcode;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that do not read what they are sent. */
@Timeout(60)
class UnreadPongsTest {
    private static final int PAYLOAD = 125;

    private final BlockingQueue<SocketEnd> ends = new LinkedBlockingQueue<>();
    private LoopbackPeer peer;
    private Swarm swarm;
    private Member member;
    private Socket server;

    @BeforeEach
    void start() throws Exception {
        peer = new LoopbackPeer();
        swarm = Swarm.start(SwarmOptions.withSeed(42));
        CompletableFuture<Opening> opening = swarm.open(Cohort.of("test", 1, peer.target(), new MemberListener() {
            @Override
            public void ended(Member ended) {
                ends.add(ended.end());
            }
        }));
        server = peer.upgraded();
        member = opening.get(20, TimeUnit.SECONDS).open().get(0);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        swarm.close();
        peer.close();
    }

    private static byte[] pings(int from, int count) {
        ByteBuffer block = ByteBuffer.allocate(count * (2 + PAYLOAD));
        for (int number = from; number < from + count; number++) {
            block.put((byte) 0x89).put((byte) PAYLOAD).putInt(number).put(new byte[PAYLOAD - Integer.BYTES]);
        }
        return block.array();
    }

    /** The number that a pong gives back. */
    private static int readPong(DataInputStream in) throws IOException {
        assertThat(in.readUnsignedShort()).isEqualTo(0x8a00 | 0x80 | PAYLOAD);
        int mask = in.readInt();
        byte[] payload = in.readNBytes(PAYLOAD);
        return ByteBuffer.wrap(payload).getInt() ^ mask;
    }

    @Test
    void areAnsweredWithTheNewestOfManyPings() throws Exception {
        int blocks = 40;
        int perBlock = 8_000; // 40 MB of pongs, more than the kernel keeps for the two
        for (int block = 0; block < blocks; block++) {
            server.getOutputStream().write(pings(block * perBlock, perBlock));
        }
        List<Integer> answered = new ArrayList<>();
        DataInputStream in = new DataInputStream(server.getInputStream());
        do {
            answered.add(readPong(in));
        } while (answered.get(answered.size() - 1) < blocks * perBlock - 1);

        assertThat(answered).isSorted().doesNotHaveDuplicates().hasSizeLessThan(blocks * perBlock);
        assertThat(swarm.collect(List.of(member), Member::isOpen).get(10, TimeUnit.SECONDS))
                .containsExactly(true);
    }

    @Test
    void endTheConnectionWhenTooMuchWaitsForThem() throws Exception {
        byte[] message = new byte[1024 * 1024];
        for (int i = 0; i < 16; i++) {
            swarm.each(List.of(member), one -> one.send(Opcode.BINARY, ByteBuffer.wrap(message)))
                    .get(10, TimeUnit.SECONDS);
        }
        assertThat(ends).as("16 MiB, of which the kernel took some").isEmpty();
        for (int i = 0; i < 32; i++) {
            swarm.each(List.of(member), one -> one.send(Opcode.BINARY, ByteBuffer.wrap(message)))
                    .get(10, TimeUnit.SECONDS);
        }

        assertThat(ends.poll(10, TimeUnit.SECONDS)).isEqualTo(SocketEnd.OVERFLOWED);
        assertThat(ends).isEmpty();
        assertThat(swarm.collect(List.of(member), MemberState::hasUnsent).get(10, TimeUnit.SECONDS))
                .containsExactly(false);
    }
}

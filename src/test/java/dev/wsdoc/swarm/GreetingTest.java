package dev.wsdoc.swarm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.swarm.Hello.Message;
import dev.wsdoc.wire.handshake.Compression;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every connection says first, and what it waits for. */
@Timeout(60)
class GreetingTest {
    private static Swarm saying(Message... messages) throws IOException {
        return Swarm.start(SwarmOptions.withSeed(7)
                .withProfile(new ClientProfile(
                        List.of(),
                        Compression.NONE,
                        new Hello(List.of(messages)),
                        null,
                        null,
                        List.of(),
                        Map.of(),
                        Tls.DEFAULT)));
    }

    private static CompletableFuture<Opening> open(Swarm swarm, LoopbackPeer peer) throws IOException {
        return swarm.open(Cohort.of("client", 1, peer.target(), MemberListener.NONE));
    }

    /** A short masked frame's opcode and text. */
    private static String heard(Socket server) throws IOException {
        DataInputStream in = new DataInputStream(server.getInputStream());
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & 0x7f;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return opcode + " " + new String(payload, UTF_8);
    }

    private static void say(Socket server, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        server.getOutputStream().write(new byte[] {(byte) 0x81, (byte) bytes.length});
        server.getOutputStream().write(bytes);
    }

    @Test
    void theNextIsSaidWhenWhatTheOneBeforeAwaitsHasCome() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Swarm swarm = saying(Message.text("init", "ack"), Message.binary(new byte[] {'!'}, "go"))) {
            CompletableFuture<Opening> opening = open(swarm, peer);
            Socket server = peer.upgraded();

            assertThat(heard(server)).isEqualTo("1 init");
            say(server, "wait");
            say(server, "{\"type\":\"ack\"}");
            assertThat(heard(server)).isEqualTo("2 !");
            assertThat(opening).isNotDone();
            say(server, "go");

            assertThat(opening.get(20, TimeUnit.SECONDS).open()).hasSize(1);
        }
    }

    @Test
    void whereNothingIsAwaitedAnyAnswerWillDoOrAMoment() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Swarm swarm = saying(Message.text("a", null), Message.text("b", null), Message.text("c", null))) {
            CompletableFuture<Opening> opening = open(swarm, peer);
            Socket server = peer.upgraded();

            assertThat(heard(server)).isEqualTo("1 a");
            say(server, "well?");
            assertThat(heard(server)).isEqualTo("1 b");
            assertThat(heard(server)).isEqualTo("1 c"); // nobody answered

            assertThat(opening.get(20, TimeUnit.SECONDS).open()).hasSize(1);
        }
    }

    @Test
    void whoIsEndedWhileItSaysHelloDidNotOpen() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Swarm swarm = saying(Message.text("init", "ack"))) {
            CompletableFuture<Opening> opening = open(swarm, peer);
            Socket server = peer.upgraded();
            heard(server);
            server.close();

            Opening result = opening.get(20, TimeUnit.SECONDS);
            assertThat(result.open()).isEmpty();
            assertThat(result.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.text()).contains("ended while it said hello"));
        }
    }
}

package dev.wsdoc.chaos.bystander;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.LoopbackPeer;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import dev.wsdoc.wire.frame.Opcode;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a bystander makes of a server's words, true ones and others. */
@Timeout(60)
class BystanderTest {
    private static final int TEXT = 0x81;
    private static final int PONG = 0x8a;
    private static final String BEAT = "wsdoc beat 7 0 ";
    private static final Speech TALK = Speech.PLAIN.of(BEAT + Mark.NUMBER);

    private final Histogram latencies = new Histogram(60_000_000L, 3);
    private LoopbackPeer peer;
    private Swarm swarm;
    private Socket server;
    private Member member;
    private Bystander bystander;
    private volatile Disturbance disturbance = Disturbance.NONE;

    @BeforeEach
    void start() throws IOException {
        peer = new LoopbackPeer();
        swarm = Swarm.start(SwarmOptions.withSeed(7));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        swarm.close();
        peer.close();
    }

    private void open(@Nullable Speech speech) throws Exception {
        open(speech, 1);
    }

    private void open(@Nullable Speech speech, int every) throws Exception {
        bystander = new Bystander(speech, every, Mark.of(Provoker.words(7)));
        CompletableFuture<Opening> opening = swarm.open(Cohort.of("bystander", 1, peer.target(), new MemberListener() {
            @Override
            public void message(Member from, Opcode opcode, ByteBuffer payload) {
                bystander.message(from, payload, disturbance, latencies);
            }

            @Override
            public void pong(Member from, ByteBuffer payload) {
                bystander.pong(from, payload, latencies);
            }
        }));
        server = peer.upgraded();
        member = opening.get(20, TimeUnit.SECONDS).open().get(0);
    }

    private void beat() {
        swarm.each(List.of(member), bystander::beat).join();
    }

    private <T> T ask(Function<Bystander, T> question) {
        return swarm.collect(List.of(member), unused -> question.apply(bystander))
                .join()
                .get(0);
    }

    /** A short frame, as servers send it. */
    private void say(int first, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(2 + payload.length);
        server.getOutputStream()
                .write(frame.put((byte) first)
                        .put((byte) payload.length)
                        .put(payload)
                        .array());
    }

    private void say(String text) throws IOException {
        say(TEXT, text.getBytes(UTF_8));
    }

    /** What the bystander's next frame has in it; it is short and masked. */
    private byte[] heard() throws IOException {
        DataInputStream in = new DataInputStream(server.getInputStream());
        in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7f;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    @Test
    void countsItsOwnWordsAndNothingElseThatIsSaidInTheirForm() throws Exception {
        open(TALK);
        beat();
        String own = new String(heard(), UTF_8);
        assertThat(own).isEqualTo(BEAT + "0");

        for (String other : List.of("-1", "1", "x", "99999999999999999999")) {
            say(BEAT + other);
        }
        say("wsdoc beat 8 0 0");
        say("chatter");
        say("wsdoc provoke 7 4");
        await().until(() -> ask(Bystander::broadcastsHeard).cardinality() == 1);
        assertThat(ask(Bystander::answers)).isZero();
        assertThat(ask(Bystander::isAnswering)).isFalse();

        say(own);
        await().until(() -> ask(Bystander::answers) == 1);
        assertThat(ask(Bystander::isAnswering)).isTrue();
        assertThat(latencies.getTotalCount()).isEqualTo(1);
    }

    @Test
    void hearsEachBroadcastOnceAndNoneThatCannotBe() throws Exception {
        open(TALK);
        for (String number : List.of("3", "3", "-1", "x", String.valueOf(Provoker.MOST), "9")) {
            say("wsdoc provoke 7 " + number);
        }

        await().until(() -> ask(Bystander::broadcastsHeard).cardinality() == 2);
    }

    @Test
    void knowsItsWordsWithinAMessageOfTheServers() throws Exception {
        open(TALK);
        beat();
        heard();

        say("{\"from\":\"x\",\"text\":\"" + BEAT + "0\"}");

        await().until(() -> ask(Bystander::answers) == 1);
    }

    @Test
    void pingsWithAsciiAndTakesTheSameInAPongForAnAnswer() throws Exception {
        open(null);
        beat();
        byte[] ping = heard();
        assertThat(new String(ping, UTF_8)).isEqualTo("wsdoc ping 0").isPrintable();

        say(PONG, ping);
        say(PONG, new byte[3]); // one that nobody asked for: RFC 6455 section 5.5.3
        say(TEXT, "end".getBytes(UTF_8));

        await().until(() -> ask(Bystander::answers) == 1);
        assertThat(ask(Bystander::garbledPongs)).isZero();
        assertThat(latencies.getTotalCount()).isEqualTo(1);
    }

    @Test
    void saysAMessageNowAndThenAndPingsMeanwhile() throws Exception {
        open(TALK, 3);
        for (String words : List.of(BEAT + "0", "wsdoc ping 1", "wsdoc ping 2", BEAT + "3")) {
            beat();
            assertThat(new String(heard(), UTF_8)).isEqualTo(words);
        }
        assertThat(ask(Bystander::said)).isEqualTo(2);

        say(PONG, "wsdoc ping 1".getBytes(UTF_8));
        say(PONG, "wsdoc ping 3".getBytes(UTF_8)); // which was a message
        say(BEAT + "2"); // which was a ping
        say(BEAT + "3");

        await().until(() -> ask(Bystander::answers) == 1);
        assertThat(latencies.getTotalCount()).isEqualTo(2);
        assertThat(ask(Bystander::isAnswering)).isTrue();
    }

    @Test
    void takesAGarbledPongForASignOfLife() throws Exception {
        open(null);
        beat();
        heard();

        say(PONG, "other".getBytes(UTF_8));

        await().until(() -> ask(Bystander::garbledPongs) == 1);
        assertThat(ask(Bystander::garbledAs)).isEqualTo("other");
        assertThat(ask(Bystander::isAnswering)).isTrue();
    }

    @Test
    void seesThatOneMessageComesMoreOftenThanAnyDidBefore() throws Exception {
        open(TALK);
        beat();
        beat();
        heard();
        heard();
        say(BEAT + "0");
        await().until(() -> ask(Bystander::answers) == 1);

        disturbance = Disturbance.CHAOS;
        say(BEAT + "1");
        await().until(() -> ask(Bystander::answers) == 2);
        assertThat((Object) ask(Bystander::repeated)).isNull();
        say(BEAT + "1");
        say(BEAT + "1");

        await().until(() -> ask(one -> one.repeated() != null ? one.repeated().mostDisturbed() : 0) == 3);
    }

    @Test
    void takesWhatIsNobodysWordsForTheServersOwn() throws Exception {
        open(TALK);
        for (int i = 0; i < 3; i++) {
            say("tick " + i);
        }

        await().until(() -> ask(one -> one.pushes().isStream()));
        assertThat(ask(Bystander::broadcastsHeard).cardinality()).isZero();
    }

    @Test
    void saysNothingOnceItsConnectionIsOver() throws Exception {
        open(TALK);
        server.close();
        await().until(() -> ask(unused -> !member.isOpen()));

        beat();

        assertThat(ask(Bystander::said)).isZero();
    }
}

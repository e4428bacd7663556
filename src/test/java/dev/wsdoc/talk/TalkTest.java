package dev.wsdoc.talk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.swarm.LoopbackPeer;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TalkTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<TalkEnd> ended = new CompletableFuture<>();
    private LoopbackPeer peer;
    private Swarm swarm;
    private Talk talk;
    private Socket server;

    private final TalkListener listener = new TalkListener() {
        @Override
        public void heard(Opcode opcode, ByteBuffer payload, long roundTrip) {
            heard.add(opcode + " " + UTF_8.decode(payload.duplicate()) + (roundTrip < 0 ? "" : " answers"));
        }

        @Override
        public void pinged(ByteBuffer payload) {
            heard.add("ping " + UTF_8.decode(payload.duplicate()));
        }

        @Override
        public void ponged(ByteBuffer payload, long roundTrip) {
            heard.add("pong " + UTF_8.decode(payload.duplicate()) + (roundTrip < 0 ? "" : " answers"));
        }

        @Override
        public void ended(TalkEnd ending) {
            ended.complete(ending);
        }
    };

    @BeforeEach
    void connect() throws Exception {
        peer = new LoopbackPeer();
        swarm = Swarm.start(SwarmOptions.withSeed(1));
        talk = new Talk(swarm, listener);
        CompletableFuture<?> opening = talk.open(peer.target());
        server = peer.upgraded();
        assertThat(opening.get(10, TimeUnit.SECONDS)).isEqualTo(List.of());
    }

    @AfterEach
    void disconnect() throws Exception {
        swarm.close();
        server.close();
        peer.close();
    }

    private void serverSends(String hex) throws Exception {
        server.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private String next() throws Exception {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private TalkEnd ending() throws Exception {
        return ended.get(20, TimeUnit.SECONDS);
    }

    /** One short frame of the client, unmasked. */
    private String clientSent() throws Exception {
        InputStream in = server.getInputStream();
        int first = in.read();
        byte[] rest = in.readNBytes((in.read() & 0x7f) + 4);
        StringBuilder text = new StringBuilder();
        for (int i = 4; i < rest.length; i++) {
            text.append((char) (rest[i] ^ rest[i % 4]));
        }
        return Integer.toHexString(first) + " " + text;
    }

    @Test
    void theFirstMessageAfterWhatWasSaidAnswersIt() throws Exception {
        assertThat(talk.say(List.of(Said.text("a"), Said.binary(new byte[] {'b'})))
                        .get(10, TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(clientSent()).isEqualTo("81 a");
        assertThat(clientSent()).isEqualTo("82 b");
        serverSends("81 01 78 81 01 79");
        assertThat(next()).isEqualTo("TEXT x answers");
        assertThat(next()).isEqualTo("TEXT y");

        TalkStats stats = talk.stats().get(10, TimeUnit.SECONDS).get(0);
        assertThat(stats.said()).isEqualTo(2);
        assertThat(stats.heardBytes()).isEqualTo(2);
        assertThat(stats.roundTrips().count()).isEqualTo(1);
    }

    @Test
    void onlyThePongOfThePingAnswersIt() throws Exception {
        talk.ping(ByteBuffer.wrap(new byte[] {'p'}));
        assertThat(clientSent()).isEqualTo("89 p");
        serverSends("8a 01 71 8a 01 70 89 01 72");
        assertThat(next()).isEqualTo("pong q");
        assertThat(next()).isEqualTo("pong p answers");
        assertThat(next()).isEqualTo("ping r");
        assertThat(clientSent()).isEqualTo("8a r");
    }

    @Test
    void whatIsAskedGoesOut() throws Exception {
        talk.pong(ByteBuffer.wrap(new byte[] {'x'}));
        assertThat(clientSent()).isEqualTo("8a x");
        talk.send(RawFrame.of(Opcode.TEXT, ByteBuffer.wrap(new byte[] {'y'})).withRsv(4));
        assertThat(clientSent()).isEqualTo("c1 y");
    }

    @Test
    void aCloseThatIsAnsweredIsGood() throws Exception {
        talk.close(1000, "bye");
        assertThat(clientSent()).startsWith("88").endsWith("bye");
        serverSends("88 02 03e8");
        server.close();
        assertThat(ending().cause()).isEqualTo(TalkEnd.Cause.CLOSED);
        assertThat(ending().isGood()).isTrue();
    }

    @Test
    void aServerThatAnswersButDoesNotHangUpIsNotWaitedForLong() throws Exception {
        talk.close(1000, "");
        serverSends("88 02 03e8");
        assertThat(ending().cause()).isEqualTo(TalkEnd.Cause.CLOSED);
    }

    @Test
    void aCloseThatIsNotAnsweredEndsInTime() throws Exception {
        talk.close(1000, "");
        assertThat(ending().words()).isEqualTo("time-out: the server did not answer our close frame within 5 s");
        assertThat(ending().isGood()).isFalse();
    }

    @Test
    void aFinInsteadOfAnAnswerIsToldAsSuch() throws Exception {
        talk.close(1000, "");
        assertThat(clientSent()).startsWith("88");
        server.close();
        assertThat(ending().words())
                .isEqualTo("the server ended the connection (FIN) instead of answering our close frame (1006)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abrupt", "drop"})
    void aFaultThatEndsItIsWhatWasAskedFor(String fault) throws Exception {
        talk.suffer(Fault.named(fault));
        assertThat(ending()).isEqualTo(new TalkEnd(TalkEnd.Cause.FAULT, 0, "", fault));
    }

    @Test
    void aServerThatEndsItsSideAfterAHalfCloseDoesWhatWasAsked() throws Exception {
        talk.suffer(Fault.named("half-close"));
        assertThat(server.getInputStream().read()).isEqualTo(-1);
        serverSends("81 01 78");
        assertThat(next()).isEqualTo("TEXT x");
        server.close();
        assertThat(ending().words()).isEqualTo("ended as asked: half-close, and the server ended its side too");
    }

    @Test
    void afterAThawItHearsAndAnswersAgain() throws Exception {
        talk.suffer(Fault.named("freeze"));
        assertThat(talk.say(List.of(Said.text("a"))).get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(clientSent()).isEqualTo("81 a");
        serverSends("81 01 78 89 01 72");
        assertThat(heard).isEmpty();
        talk.thaw();
        assertThat(next()).isEqualTo("TEXT x answers");
        assertThat(next()).isEqualTo("ping r");
        assertThat(clientSent()).isEqualTo("8a r");
    }

    @Test
    void whatEndsLaterIsSeenByWhoLooks() throws Exception {
        talk.suffer(Fault.named("close-then-reset"));
        while (!ended.isDone()) {
            talk.lookAfter();
            Thread.onSpinWait();
        }
        assertThat(ending().isGood()).isTrue();
    }

    @Test
    void nothingIsSaidOnceItHasEnded() throws Exception {
        server.close();
        assertThat(ending().cause()).isEqualTo(TalkEnd.Cause.FIN);
        assertThat(talk.say(List.of(Said.text("a"))).get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aBrokenProtocolIsToldWithItsSection() throws Exception {
        serverSends("83 00");
        assertThat(ending().words()).startsWith("the server broke the protocol, and we hung up: it broke RFC 6455");
        assertThat(ending().isGood()).isFalse();
    }
}

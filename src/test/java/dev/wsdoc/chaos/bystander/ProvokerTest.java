package dev.wsdoc.chaos.bystander;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.bystander.BystandersSeen.BadText;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.LoopbackPeer;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of whoever makes the server send, when the server sends it what is wrong. */
@Timeout(60)
class ProvokerTest {
    private LoopbackPeer peer;
    private Swarm swarm;
    private Socket server;
    private Provoker provoker;

    @BeforeEach
    void open() throws Exception {
        peer = new LoopbackPeer();
        swarm = Swarm.start(SwarmOptions.withSeed(7));
        provoker = Provoker.speaking(
                swarm, Speech.PLAIN.of("say " + Mark.NUMBER), listener -> new CompletableFuture<Opening>());
        CompletableFuture<Opening> opening = swarm.open(Cohort.of("provoker", 1, peer.target(), provoker));
        server = peer.upgraded();
        provoker.arrived(opening.get(20, TimeUnit.SECONDS).open());
        provoker.turnTo("bad-utf8");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        swarm.close();
        peer.close();
    }

    private void say(String hex) throws IOException {
        server.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void goesOnWhenAnothersBadTextIsPassedOnToItAndCountsAsABystander() throws Exception {
        say("81 02 c3 28");
        await().until(() -> provoker.badTextDuring() != null);

        BystandersSeen seen = new Bystanders(swarm, 7).look(provoker).get(20, TimeUnit.SECONDS);
        assertThat(seen.badText()).isEqualTo(new BadText(1, "bad-utf8"));
        assertThat(provoker.ends()).isEmpty();
        assertThat(provoker.members()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"slow down, 1", "rate limit exceeded: 3, 1", "say 0 at this rate, 0", "a new message, 0"})
    void whatNobodyHeardIsNoLossOnceTheServerSaysThatItIsTooMuch(String words, int unheard) throws Exception {
        provoker.hurry(1);
        assertThat(provoker.sent()).isEqualTo(1);

        text(words);
        text("what is not UTF-8 comes after it");
        say("81 02 c3 28");

        await().until(() -> provoker.badTextDuring() != null);
        assertThat(provoker.unheard().cardinality()).isEqualTo(unheard);
        assertThat(provoker.ends()).isEmpty();
    }

    private void text(String words) throws IOException {
        say("81 " + HexFormat.of().toHexDigits((byte) words.length())
                + HexFormat.of().formatHex(words.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void tellsWhichRuleTheServerBroke() throws Exception {
        say("81 80 00 00 00 00");
        await().until(() -> !provoker.ends().isEmpty());

        InnocentEnd end = provoker.ends().get(0);
        assertThat(end.words()).startsWith("it broke RFC 6455 5.1: ").endsWith(" during bad-utf8");
        assertThat(provoker.badTextDuring()).isNull();
    }
}

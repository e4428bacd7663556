package dev.wsdoc.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.LoopbackPeer;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server's end of the socket really gets. */
class FaultsTest {
    private static final byte[] PING = {(byte) 0x89, 0};

    private LoopbackPeer peer;
    private Swarm swarm;
    private Member victim;
    private Socket server;

    @BeforeEach
    void open() throws Exception {
        peer = new LoopbackPeer();
        swarm = Swarm.start(SwarmOptions.withSeed(7));
        CompletableFuture<Opening> opening = swarm.open(Cohort.of("victim", 1, peer.target(), MemberListener.NONE));
        server = peer.upgraded();
        victim = opening.get(5, TimeUnit.SECONDS).open().get(0);
    }

    @AfterEach
    void close() throws IOException {
        swarm.close();
        peer.close();
    }

    private InputStream inflict(String fault) throws Exception {
        swarm.each(List.of(victim), Fault.named(fault)::inflict).get(5, TimeUnit.SECONDS);
        return server.getInputStream();
    }

    private SocketEnd endOfVictim() throws Exception {
        return swarm.collect(List.of(victim), Member::end)
                .get(5, TimeUnit.SECONDS)
                .get(0);
    }

    private void awaitEndOfVictim(SocketEnd end) {
        Awaitility.await().untilAsserted(() -> assertThat(endOfVictim()).isEqualTo(end));
    }

    @Test
    void abruptResetsTheConnection() throws Exception {
        InputStream in = inflict("abrupt");

        assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
    }

    @Test
    void dropEndsTheStreamWithoutACloseFrame() throws Exception {
        assertThat(inflict("drop").read()).isEqualTo(-1);
    }

    @Test
    void dropSendsAFinEvenWithUnreadData() throws Exception {
        server.getOutputStream().write(new byte[] {(byte) 0x81, 2, 'h', 'i'});

        assertThat(inflict("drop").read()).isEqualTo(-1);
    }

    @Test
    void halfCloseEndsOneDirectionAndWatchesTheOther() throws Exception {
        assertThat(inflict("half-close").read()).isEqualTo(-1);
        server.getOutputStream().write(PING);
        assertThat(endOfVictim()).isEqualTo(SocketEnd.NONE);

        server.close();

        awaitEndOfVictim(SocketEnd.FIN);
    }

    @Test
    void freezeAnswersNothingUntilItIsRevisited() throws Exception {
        InputStream in = inflict("freeze");
        server.getOutputStream().write(PING);
        server.setSoTimeout(300);

        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        server.close();
        assertThat(endOfVictim()).isEqualTo(SocketEnd.NONE);
        swarm.each(List.of(victim), Fault.named("freeze")::revisit).get(5, TimeUnit.SECONDS);
        awaitEndOfVictim(SocketEnd.FIN);
    }

    @Test
    void politeSaysGoodbyeWith1000() throws Exception {
        byte[] frame = inflict("polite").readNBytes(8);

        int code = (((frame[6] ^ frame[2]) & 0xff) << 8) | ((frame[7] ^ frame[3]) & 0xff);
        assertThat(frame[0]).isEqualTo((byte) 0x88);
        assertThat(code).isEqualTo(1000);
    }

    @Test
    void everyFaultIsFoundByItsNameAndTellsWhatItDoes() {
        assertThat(Fault.all()).extracting(Fault::name).contains("abrupt", "drop", "half-close", "freeze", "polite");
        assertThat(Fault.all()).extracting(Fault::name).doesNotHaveDuplicates();
        assertThat(Fault.all()).allSatisfy(fault -> {
            assertThat(Fault.named(fault.name())).isSameAs(fault);
            assertThat(fault.card().wire()).isNotBlank();
            assertThat(fault.card().healthy()).isNotBlank();
        });
    }

    @Test
    void anUnknownFaultIsNamedTogetherWithTheKnownOnes() {
        assertThatThrownBy(() -> Fault.named("explode"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'explode'")
                .hasMessageContaining("half-close");
    }
}

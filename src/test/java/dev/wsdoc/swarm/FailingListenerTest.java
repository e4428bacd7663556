package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What becomes of members, and of their callers, when code of wsdoc's own fails or hangs on the swarm's thread. */
@Timeout(60)
class FailingListenerTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(MemberEvents.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<Socket> servers = new ArrayList<>();
    private LoopbackPeer peer;
    private Swarm swarm;

    @BeforeEach
    void start() throws IOException {
        logged.start();
        log.addAppender(logged);
        peer = new LoopbackPeer();
        swarm = Swarm.start(SwarmOptions.withSeed(42));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket server : servers) {
            server.close();
        }
        swarm.close();
        peer.close();
        log.detachAppender(logged);
    }

    /** Fails in one of its methods, by an error for an even member and an exception for an odd one. */
    private final class Failing implements MemberListener {
        private final String where;

        Failing(String where) {
            this.where = where;
        }

        private void fail(String here, Member member) {
            if (here.equals(where) && member.index() % 2 == 0) {
                throw new OutOfMemoryError("on purpose");
            } else if (here.equals(where)) {
                throw new IllegalStateException("on purpose");
            }
        }

        @Override
        public void opened(Member member) {
            fail("opened", member);
        }

        @Override
        public void message(Member member, Opcode opcode, ByteBuffer payload) {
            fail("message", member);
        }

        @Override
        public void pong(Member member, ByteBuffer payload) {
            fail("pong", member);
        }

        @Override
        public void violation(Member member, Violation violation) {
            fail("violation", member);
        }

        @Override
        public void ended(Member member) {
            heard.add(member.index() + " " + member.end());
            fail("ended", member);
        }
    }

    private List<Member> open(int size, MemberListener listener) throws Exception {
        CompletableFuture<Opening> opening = swarm.open(Cohort.of("test", size, peer.target(), listener));
        for (int i = 0; i < size; i++) {
            servers.add(peer.upgraded());
        }
        return opening.get(20, TimeUnit.SECONDS).open();
    }

    private List<SocketEnd> ends(List<Member> members) throws Exception {
        return swarm.collect(members, Member::end).get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"opened, ''", "message, 8100", "pong, 8a00", "violation, c100"})
    void aMemberWhoseListenerFailsEndsAndSaysWhy(String where, String frame) throws Exception {
        List<Member> quiet = open(1, new Failing("nowhere"));
        List<Member> failing = open(2, new Failing(where));
        for (Socket server : servers.subList(1, 3)) {
            server.getOutputStream().write(HexFormat.of().parseHex(frame));
        }

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("0 FAILED", "1 FAILED");
        assertThat(ends(failing)).containsOnly(SocketEnd.FAILED);
        assertThat(ends(quiet)).containsExactly(SocketEnd.NONE);
        for (Socket server : servers.subList(1, 3)) {
            assertThat(isOver(server)).isTrue();
        }
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsOnly("A listener failed; the connection is given up")
                .hasSize(2);
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
    }

    private static boolean isOver(Socket server) {
        try {
            return server.getInputStream().read() < 0;
        } catch (IOException e) {
            return e.getMessage().contains("reset");
        }
    }

    @Test
    void anEndStaysWhatItWasWhenItsListenerFails() throws Exception {
        List<Member> members = open(2, new Failing("ended"));
        for (Socket server : servers) {
            server.close();
        }

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("0 FIN", "1 FIN");
        assertThat(ends(members)).containsOnly(SocketEnd.FIN);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsOnly("A listener failed at the end of a connection")
                .hasSize(2);
    }

    @Test
    void whatIsDoneLaterMayFailToo() throws Exception {
        List<Member> members = open(2, new Failing("nowhere"));
        swarm.each(
                        members.subList(0, 1),
                        member -> member.later(Duration.ZERO, () -> {
                            throw new StackOverflowError("on purpose");
                        }))
                .get(10, TimeUnit.SECONDS);

        assertThat(next()).isEqualTo("0 FAILED");
        assertThat(ends(members)).containsExactly(SocketEnd.FAILED, SocketEnd.NONE);
    }

    @Test
    void anOpeningThatCannotGoOnFails() throws Exception {
        CompletableFuture<Opening> opening = swarm.open(
                Cohort.of("test", 2, peer.target(), MemberListener.NONE).withResources(index -> {
                    throw new IllegalStateException("on purpose");
                }));

        assertThatThrownBy(() -> opening.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("on purpose");
    }

    @Test
    void callersOfALoopThatDiedAreToldAtOnce() throws Exception {
        List<Member> members = open(1, MemberListener.NONE);
        CompletableFuture<Opening> pending = swarm.open(Cohort.of("late", 1, peer.target(), MemberListener.NONE));
        swarm.each(members, FailingListenerTest::kill).get(10, TimeUnit.SECONDS);

        assertThatThrownBy(() -> pending.get(10, TimeUnit.SECONDS)).hasMessageContaining("wsdoc-swarm-0 died");
        assertThatThrownBy(() -> swarm.each(members, Member::drop).get(10, TimeUnit.SECONDS))
                .hasMessageContaining("wsdoc-swarm-0 died");
        assertThatThrownBy(() -> swarm.open(Cohort.of("new", 1, peer.target(), MemberListener.NONE))
                        .get(10, TimeUnit.SECONDS))
                .hasMessageContaining("wsdoc-swarm-0 died");
        assertThat(swarm.trouble(Duration.ofMinutes(1))).startsWith("event loop wsdoc-swarm-0 died: ");
    }

    /** By closing its selector, without which it cannot go on. */
    private static void kill(Member member) {
        try {
            Pipe pipe = Pipe.open();
            pipe.source().configureBlocking(false);
            member.loop.events.register(pipe.source(), 0, key -> {}).selector().close();
            pipe.source().close();
            pipe.sink().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAClosedSwarmOwesFails() throws Exception {
        List<Member> members = open(1, MemberListener.NONE);
        CompletableFuture<Opening> pending = swarm.open(Cohort.of("late", 1, peer.target(), MemberListener.NONE));

        swarm.close();

        assertThatThrownBy(() -> pending.get(10, TimeUnit.SECONDS)).hasMessageContaining("is closed");
        assertThatThrownBy(() -> swarm.each(members, Member::drop).get(10, TimeUnit.SECONDS))
                .hasMessageContaining("is closed");
    }

    @Test
    void aLoopThatDoesNotComeBackIsTold() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        List<Member> members = open(1, MemberListener.NONE);
        assertThat(swarm.trouble(Duration.ofMinutes(1))).isNull();
        CompletableFuture<Void> stuck = swarm.each(members, member -> {
            try {
                enough.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        Awaitility.await().until(() -> swarm.trouble(Duration.ofMillis(30)) != null);
        assertThat(swarm.trouble(Duration.ofMillis(30)))
                .startsWith("event loop wsdoc-swarm-0 has been in one turn for");
        enough.countDown();
        stuck.get(10, TimeUnit.SECONDS);
    }
}

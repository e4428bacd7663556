package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.model.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Connects that do not stand at once, before a server whose queue is full: Linux lets them try again after a second. */
@Integration
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class SlowConnectTest {
    private final List<SocketChannel> waiting = new ArrayList<>();
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    /** Connects until one must wait. */
    private void fill(ServerSocket server) throws Exception {
        boolean isFull = false;
        while (!isFull) {
            SocketChannel next = SocketChannel.open();
            next.configureBlocking(false);
            boolean stands = next.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
            isFull = !stands && !next.finishConnect();
            waiting.add(next);
        }
    }

    private static Target target(ServerSocket server) {
        return Target.parse("ws://127.0.0.1:" + server.getLocalPort() + "/");
    }

    @AfterEach
    void leave() throws IOException {
        for (SocketChannel channel : waiting) {
            channel.close();
        }
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    @Test
    void areOpenedWhenTheServerHasRoomAgain() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Swarm swarm = Swarm.start(SwarmOptions.withSeed(42).withConnectTimeout(Duration.ofSeconds(40)))) {
            fill(server);
            Cohort cohort = Cohort.of("test", 2, target(server), MemberListener.NONE)
                    .withResources(index -> {
                        if (index == 1) { // the first is on its way
                            new Thread(() -> acceptAll(server)).start();
                        }
                        return "/" + index;
                    });

            assertThat(swarm.open(cohort).get(40, TimeUnit.SECONDS).open()).hasSize(2);
        }
    }

    private void acceptAll(ServerSocket server) {
        while (true) {
            try {
                Socket socket = server.accept();
                accepted.add(socket);
                new Thread(() -> answer(socket)).start();
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private static void answer(Socket socket) {
        try {
            LoopbackPeer.upgrade(socket);
        } catch (IOException e) {
            return; // one that only filled the queue leaves without a word
        }
    }

    @Test
    void areGivenUpWhereItNeverHas() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Swarm swarm = Swarm.start(SwarmOptions.withSeed(42).withConnectTimeout(Duration.ofMillis(200)))) {
            fill(server);

            Opening opening = swarm.open(Cohort.of("test", 1, target(server), MemberListener.NONE))
                    .get(20, TimeUnit.SECONDS);

            assertThat(opening.failures()).extracting(OpenFailure::kind).containsExactly(OpenFailure.Kind.TIMEOUT);
        }
    }
}

package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Report;
import dev.wsdoc.report.ServerTraits;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What wsdoc finds out about servers by itself, and what it makes of that, on servers of different manners. */
@Integration
@Timeout(120)
class MannersTest {
    @TempDir
    private Path folder;

    private MannerlyServer server;

    /** A server on Java-WebSocket; each test says how it behaves. */
    private abstract static class MannerlyServer extends WebSocketServer {
        final List<WebSocket> guests = new CopyOnWriteArrayList<>();
        private final CountDownLatch started = new CountDownLatch(1);

        MannerlyServer() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setReuseAddr(true);
        }

        abstract void said(WebSocket by, String text);

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            guests.add(socket);
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            said(socket, text);
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            guests.remove(socket);
        }

        @Override
        public void onError(WebSocket socket, Exception e) {}

        @Override
        public void onStart() {
            started.countDown();
        }
    }

    private Report examine(MannerlyServer other) throws Exception {
        return examine(other, "abrupt");
    }

    private Report examine(MannerlyServer other, String fault) throws Exception {
        server = other;
        server.start();
        assertThat(server.started.await(10, TimeUnit.SECONDS)).isTrue();
        return new Bench(folder)
                .inflicting(fault, 4)
                .bystanders(4)
                .examine(Target.parse("ws://127.0.0.1:" + server.getPort() + "/"), null);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(1_000);
    }

    private static void tell(Collection<WebSocket> all, String text) {
        all.forEach(socket -> {
            try {
                socket.send(text);
            } catch (WebsocketNotConnectedException e) {
                socket.close(); // gone meanwhile
            }
        });
    }

    @Test
    void aChatThatWrapsItsMessagesIsHeardByAll() throws Exception {
        Report report = examine(new MannerlyServer() {
            @Override
            public void onOpen(WebSocket socket, ClientHandshake handshake) {
                super.onOpen(socket, handshake);
                socket.send("{\"welcome\":true}");
            }

            @Override
            void said(WebSocket by, String text) {
                tell(guests, "{\"from\":\"guest\",\"text\":\"" + text + "\"}");
            }
        });

        ServerTraits traits = report.server();
        assertThat(traits.greeting()).isEqualTo("{\"welcome\":true}");
        assertThat(traits.echo()).isEqualTo("wrapped");
        assertThat(traits.broadcast()).isTrue();
        assertThat(traits.speech()).isEqualTo("plain text");
        assertThat(traits.pong()).isEqualTo("same");
        assertThat(Bench.finding(report, "bystanders.no-loss").outcome()).isEqualTo(Outcome.PASS);
        assertThat(report.bystanders().messagesExpected()).isPositive();
        assertThat(report.notes()).noneMatch(note -> note.contains("nothing made the server send"));
        assertThat(report.verdict()).isNotEqualTo(Verdict.UNHEALTHY);
    }

    @Test
    void aBroadcastThatEndsAtADeadOneLosesMessages() throws Exception {
        Report report = examine(new MannerlyServer() {
            private final List<WebSocket> everybody = new CopyOnWriteArrayList<>();

            @Override
            public void onOpen(WebSocket socket, ClientHandshake handshake) {
                everybody.add(socket);
            }

            @Override
            public void onClose(WebSocket socket, int code, String reason, boolean remote) {
                if (code != 1006) {
                    everybody.remove(socket);
                }
            }

            @Override
            void said(WebSocket by, String text) {
                for (WebSocket socket : everybody) {
                    if (!socket.isOpen()) {
                        return; // as if the first failure ended the loop
                    }
                    socket.send(text);
                }
            }
        });

        Finding loss = Bench.finding(report, "bystanders.no-loss");
        assertThat(loss.outcome()).as(loss.toString()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aServerThatWantsJsonIsSpokenToInJson() throws Exception {
        Report report = examine(new MannerlyServer() {
            @Override
            void said(WebSocket by, String text) {
                if (text.startsWith("{")) {
                    by.send(text);
                }
            }
        });

        assertThat(report.server().speech()).isEqualTo("a JSON object");
        assertThat(report.server().broadcast()).isFalse();
        assertThat(Bench.finding(report, "bystanders.no-loss").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void whoTurnsSpeakersAwayIsAskedNothingMore() throws Exception {
        Report report = examine(new MannerlyServer() {
            @Override
            void said(WebSocket by, String text) {
                by.close(1008, "say hello");
            }
        });

        assertThat(report.server().refusals())
                .containsExactly("it ends clients that say plain text: ended with close code 1008 'say hello'");
        assertThat(Bench.finding(report, "server.keeps-innocent").outcome()).isEqualTo(Outcome.PASS);
        assertThat(Bench.finding(report, "bystanders.alive").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void whoFailsWhateverIsSaidIsSick() throws Exception {
        Report report = examine(new MannerlyServer() {
            @Override
            void said(WebSocket by, String text) {
                by.close(1011, "handler failed");
            }
        });

        Finding finding = Bench.finding(report, "server.keeps-innocent");
        assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(finding.observed()).contains("plain text", "a JSON object", "handler failed");
    }

    @Test
    void garbledPongsAreNamedAndNobodyIsTakenForDead() throws Exception {
        Report report = examine(new MannerlyServer() {
            @Override
            public void onWebsocketPing(WebSocket socket, Framedata frame) {
                PongFrame pong = new PongFrame();
                pong.setPayload(ByteBuffer.wrap(new byte[] {'?'}));
                socket.sendFrame(pong);
            }

            @Override
            void said(WebSocket by, String text) {}
        });

        assertThat(report.server().pong()).isEqualTo("garbled");
        assertThat(Bench.finding(report, "bystanders.pongs-unchanged").outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(Bench.finding(report, "bystanders.alive").outcome()).isEqualTo(Outcome.PASS);
    }
}

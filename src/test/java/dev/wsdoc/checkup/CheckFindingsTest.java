package dev.wsdoc.checkup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.swarm.LoopbackPeer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each finding of {@code wsdoc check}, by a server that has the fault. */
@Integration
@Timeout(60)
class CheckFindingsTest {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final byte[] NORMAL = {3, (byte) 0xE8};

    private static CommandLineRun check(FaultyServer server, String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of("check", server.url(), "--timeout=500ms"));
        args.addAll(List.of(more));
        try (server) {
            return CommandLineRun.of(args.toArray(String[]::new));
        }
    }

    private static void assertFails(CommandLineRun run, String check, String... words) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out()).contains("✗ " + check).contains("RFC ");
        assertThat(run.out().replaceAll("\\s+", " ")).contains(words);
    }

    /** A server that is well but for what is left out. */
    private static FaultyServer.Behaviour well(String... headers) {
        return socket -> {
            LoopbackPeer.upgrade(socket, headers);
            FaultyServer.write(socket, PONG, FaultyServer.await(socket, PING));
            FaultyServer.write(socket, TEXT, FaultyServer.await(socket, TEXT));
            FaultyServer.write(socket, CLOSE, FaultyServer.await(socket, CLOSE));
        };
    }

    @Test
    void aServerThatIsWellPasses() throws Exception {
        CommandLineRun run = check(FaultyServer.that(well()));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("✓ upgrade.accepted", "✓ ping.answered", "✓ close.answered", "the text comes back");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void noPong() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> {
            LoopbackPeer.upgrade(socket);
            FaultyServer.write(socket, CLOSE, FaultyServer.await(socket, CLOSE));
        }));
        assertFails(run, "ping.answered", "no pong within 500 ms", "5.5.3");
    }

    @Test
    void aPongOfOtherBytes() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> {
            LoopbackPeer.upgrade(socket);
            FaultyServer.await(socket, PING);
            FaultyServer.write(socket, PONG, (byte) 'x');
            FaultyServer.write(socket, CLOSE, FaultyServer.await(socket, CLOSE));
        }));
        assertFails(run, "ping.answered", "other bytes");
    }

    @Test
    void closeNotAnswered() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> {
            LoopbackPeer.upgrade(socket);
            FaultyServer.write(socket, PONG, FaultyServer.await(socket, PING));
            FaultyServer.await(socket, CLOSE);
            FaultyServer.await(socket, CLOSE);
        }));
        assertFails(run, "close.answered", "no answer within 500 ms");
    }

    @Test
    void closeAnsweredByABareEnd() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> {
            LoopbackPeer.upgrade(socket);
            FaultyServer.write(socket, PONG, FaultyServer.await(socket, PING));
            FaultyServer.await(socket, CLOSE);
        }));
        assertFails(run, "close.answered", "by a bare FIN");
    }

    @Test
    void closeAnsweredButNotEnded() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> {
            LoopbackPeer.upgrade(socket);
            FaultyServer.write(socket, PONG, FaultyServer.await(socket, PING));
            FaultyServer.write(socket, CLOSE, FaultyServer.await(socket, CLOSE));
            FaultyServer.await(socket, CLOSE);
        }));
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("! close.answered", "did not end the connection");
    }

    @Test
    void aRedirect() throws Exception {
        CommandLineRun run = check(
                FaultyServer.answering("HTTP/1.1 301 Moved Permanently", "Location: wss://example.org/ws?token=abc"));
        assertFails(run, "upgrade.direct", "301 Moved Permanently", "wss://example.org/ws?token=***");
    }

    @Test
    void aWrongKey() throws Exception {
        CommandLineRun run = check(FaultyServer.answering(
                "HTTP/1.1 101 Switching Protocols",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        assertFails(run, "upgrade.key", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void aProxyThatDropsUpgrade() throws Exception {
        assertFails(
                check(FaultyServer.answering("HTTP/1.1 200 OK", "Via: 1.1 proxy", "Content-Length: 0")),
                "upgrade.through-proxy",
                "Via: 1.1 proxy");
        assertFails(
                check(FaultyServer.answering("HTTP/1.1 426 Upgrade Required", "Server: nginx/1.22.1")),
                "upgrade.through-proxy",
                "proxy_set_header Upgrade $http_upgrade");
    }

    @Test
    void aPlainPageInsteadOfAWebSocket() throws Exception {
        assertFails(
                check(FaultyServer.answering("HTTP/1.1 200 OK", "Content-Length: 0")), "upgrade.accepted", "200 OK");
    }

    @Test
    void compressionThatIsNotAgreedOn() throws Exception {
        CommandLineRun run = check(FaultyServer.that(well()), "--permessage-deflate");
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("! upgrade.compression", "the server agreed to none");
        assertThat(check(FaultyServer.that(well()), "--permessage-deflate", "--strict")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void compressionOnTermsThatWereNotOffered() throws Exception {
        CommandLineRun run = check(
                FaultyServer.that(well("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=10")),
                "--permessage-deflate");
        assertFails(run, "upgrade.compression", "client_max_window_bits=10", "RFC 7692");
    }

    @Test
    void compressionThatNobodyOffered() throws Exception {
        assertFails(
                check(FaultyServer.that(well("Sec-WebSocket-Extensions: permessage-deflate"))),
                "upgrade.compression",
                "not offered");
    }

    @Test
    void aSubprotocolThatIsDemanded() throws Exception {
        assertFails(
                check(FaultyServer.that(well("Sec-WebSocket-Protocol: chat.v2"))),
                "upgrade.subprotocol",
                "chat.v2",
                "--subprotocol NAME");
        assertFails(
                check(FaultyServer.answering("HTTP/1.1 400 Missing subprotocol", "Content-Length: 0")),
                "upgrade.subprotocol",
                "demands");
        assertFails(
                check(FaultyServer.that(socket -> {
                    LoopbackPeer.upgrade(socket);
                    FaultyServer.write(socket, CLOSE, (byte) 0x11, (byte) 0x36); // 4406
                    FaultyServer.await(socket, CLOSE);
                })),
                "upgrade.subprotocol",
                "4406");
    }

    @Test
    void aSubprotocolThatIsNotChosen() throws Exception {
        CommandLineRun run = check(FaultyServer.that(well()), "--subprotocol=chat.v1", "--subprotocol=chat.v2");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("! upgrade.subprotocol", "chat.v1, chat.v2", "the server chose none");
    }

    @Test
    void anotherSiteIsLetIn() throws Exception {
        CommandLineRun run = check(FaultyServer.that(well()), "--origin=https://example.org");
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("! origin.refuses-others", "cross-site WebSocket hijacking");
    }

    @Test
    void anotherSiteIsKeptOut() throws Exception {
        CommandLineRun run = check(
                FaultyServer.that(socket -> {
                    String head = LoopbackPeer.readHead(socket.getInputStream());
                    boolean isOurs = head.contains("Origin: https://example.org");
                    if (isOurs) {
                        LoopbackPeer.accept(socket, head);
                        FaultyServer.write(socket, PONG, FaultyServer.await(socket, PING));
                        FaultyServer.write(socket, CLOSE, NORMAL);
                    } else {
                        socket.getOutputStream().write("HTTP/1.1 403 Forbidden\r\n\r\n".getBytes(US_ASCII));
                    }
                }),
                "--origin=https://example.org",
                "--no-echo");
        assertThat(run.out()).contains("✓ origin.refuses-others").contains("answered 403 Forbidden");
    }

    @Test
    void aServerThatLeavesAtOnce() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> {
            LoopbackPeer.upgrade(socket);
            FaultyServer.write(socket, CLOSE, (byte) 3, (byte) 0xF0, (byte) 'n', (byte) 'o');
            FaultyServer.await(socket, CLOSE);
        }));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("✗ open.stays", "close code 1008 'no'");
    }

    @Test
    void aServerThatEndsItAtAText() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> {
            LoopbackPeer.upgrade(socket);
            FaultyServer.write(socket, PONG, FaultyServer.await(socket, PING));
            FaultyServer.await(socket, TEXT);
            FaultyServer.write(socket, CLOSE, (byte) 3, (byte) 0xEB);
        }));
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("– close.answered", "with close code 1003", "--no-echo");
    }

    @Test
    void aMaskedFrameOfTheServer() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> {
            LoopbackPeer.upgrade(socket);
            FaultyServer.await(socket, PING);
            socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0x81, 1, 2, 3, 4, 'x'});
            FaultyServer.await(socket, CLOSE);
        }));
        assertFails(run, "frames.valid", "masked");
    }

    @Test
    void noAnswerAtAll() throws Exception {
        CommandLineRun run = check(FaultyServer.that(socket -> FaultyServer.await(socket, CLOSE)));
        assertFails(run, "upgrade.accepted", "no answer to the upgrade request in time");
    }

    @Test
    void whatSpeaksNoHttp() throws Exception {
        CommandLineRun run = check(FaultyServer.that(
                socket -> socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(US_ASCII))));
        assertFails(run, "upgrade.accepted", "SSH-2.0");
    }
}

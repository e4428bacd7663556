package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import dev.wsdoc.model.Category;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines belong together, and which of them decides. */
final class LogAuditorTest {
    @Test
    void takesTheCategoryFromTheDeepestCauseOfAJavaTrace() {
        Judged judged = Audits.only("""
                2026-11-22T19:34:23.707Z ERROR 12805 --- [1-18151-exec-5] app.ChatHandler : Unexpected error

                java.io.IOException: java.io.IOException: failed
                \tat org.apache.tomcat.websocket.WsRemoteEndpointImplBase.send(WsRemoteEndpointImplBase.java:326)
                Caused by: java.io.IOException: Connection reset by peer
                \tat sun.nio.ch.SocketDispatcher.write0(Native Method)
                \t... 12 more
                """);
        assertThat(judged.entry().lines()).isEqualTo(7);
        assertThat(judged.category()).isEqualTo(Category.RESET);
        assertThat(judged.isUnexpectedError()).isTrue();
        assertThat(judged.isNoise()).isTrue();
    }

    @Test
    void aCauseThatNoRuleKnowsIsACauseToo() {
        assertThat(Audits.category("""
                        19:36:07.123 [main] ERROR c.a.Chat - send failed
                        java.io.IOException: Broken pipe
                        \tat sun.nio.ch.SocketDispatcher.write0(Native Method)
                        Caused by: com.acme.Strange: nobody knows
                        \tat com.acme.Chat.send(Chat.java:1)
                        """)).isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void readsATraceThatBeginsWithItsRoot() {
        assertThat(Audits.category("""
                        19:36:07.123 [main] ERROR c.a.Chat - send failed
                        java.io.IOException: Broken pipe
                        \tat sun.nio.ch.SocketDispatcher.write0(Native Method)
                        Wrapped by: java.lang.IllegalStateException: Session is closed
                        \tat com.acme.Chat.send(Chat.java:1)
                        """)).isEqualTo(Category.BROKEN_PIPE);
    }

    @Test
    void whatWasSuppressedDecidesNothingHarmless() {
        assertThat(Audits.category("""
                        19:36:07.123 [main] ERROR c.a.Chat - send failed
                        java.io.IOException: Broken pipe
                        \tat sun.nio.ch.SocketDispatcher.write0(Native Method)
                        \tSuppressed: java.net.SocketException: Connection reset
                        \t\tat com.acme.Chat.close(Chat.java:1)
                        \t\tCaused by: java.io.EOFException: x
                        """)).isEqualTo(Category.BROKEN_PIPE);
    }

    @Test
    void takesTheCategoryFromTheLastExceptionOfAPythonTraceback() {
        List<Judged> judged = Audits.of("""
                INFO:     connection open
                ERROR:    Exception in ASGI application
                Traceback (most recent call last):
                  File "/srv/uvicorn/protocol.py", line 1, in run
                    await self.app()
                ConnectionResetError: [Errno 104] Connection reset by peer

                During handling of the above exception, another exception occurred:

                Traceback (most recent call last):
                  File "/srv/app.py", line 8, in ws
                    await ws.send_text(m)
                RuntimeError: Cannot call "send" once a close message has been sent.
                INFO:     connection closed""");
        assertThat(judged).extracting(Judged::category).containsExactly(null, Category.INVALID_STATE, null);
        assertThat(judged).extracting(one -> one.entry().line()).containsExactly(1L, 2L, 14L);
        assertThat(judged.get(1).entry().lines()).isEqualTo(12);
    }

    @Test
    void aMistakeMadeWhileHandlingADisconnectIsUnexpected() {
        assertThat(Audits.category("""
                        ERROR:    Exception in ASGI application
                        Traceback (most recent call last):
                          File "/srv/app.py", line 8, in ws
                        starlette.websockets.WebSocketDisconnect: (1006, '')

                        During handling of the above exception, another exception occurred:

                        Traceback (most recent call last):
                          File "/srv/app.py", line 9, in ws
                        KeyError: 'client-7'
                        """)).isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void readsTheExceptionsOfAGroup() {
        assertThat(Audits.category("""
                        ERROR:    Exception in ASGI application
                          + Exception Group Traceback (most recent call last):
                          |   File "/srv/app.py", line 8, in ws
                          | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
                          +-+---------------- 1 ----------------
                            | Traceback (most recent call last):
                            |   File "/srv/uvicorn/x.py", line 9, in send
                            | BrokenPipeError: [Errno 32] Broken pipe
                            +------------------------------------
                        """)).isEqualTo(Category.BROKEN_PIPE);
    }

    @Test
    void takesTheLevelFromTheSecondLineOfJavaUtilLogging() {
        List<Judged> judged = Audits.of("""
                Nov 22, 2026 7:36:07 PM org.glassfish.tyrus.core.Endpoint onError
                SEVERE: send failed
                java.io.IOException: Broken pipe
                \tat sun.nio.ch.SocketDispatcher.write0(Native Method)
                Nov 22, 2026 7:36:08 PM com.acme.Chat open
                INFO: opened""");
        assertThat(judged).extracting(one -> one.entry().level()).containsExactly(Level.ERROR, Level.INFO);
        assertThat(judged).extracting(one -> one.entry().text()).containsExactly("send failed", "opened");
        assertThat(judged.get(0).category()).isEqualTo(Category.BROKEN_PIPE);
    }

    @Test
    void takesTheLevelFromTheFailLineOfDotnetAndTheTextFromTheNext() {
        Judged judged = Audits.only("""
                fail: Microsoft.AspNetCore.Server.Kestrel[13]
                      Connection id "0HM", Request id "0HM:1": An unhandled exception was thrown by the application.
                      System.IO.IOException: Unable to write data to the transport connection
                       ---> System.Net.Sockets.SocketException (32): Broken pipe
                         at System.Net.Sockets.Socket.Send()
                """);
        assertThat(judged.entry().level()).isEqualTo(Level.ERROR);
        assertThat(judged.entry().text()).startsWith("Connection id \"0HM\"");
        assertThat(judged.category()).isEqualTo(Category.BROKEN_PIPE);
    }

    @Test
    void indentationProvesNothing() {
        Judged judged = Audits.only("""
                [E 261122 19:36:07 web:123] Uncaught exception
                    Traceback (most recent call last):
                      File "/srv/tornado/websocket.py", line 1, in f
                        raise WebSocketClosedError()
                    tornado.websocket.WebSocketClosedError
                """);
        assertThat(judged.category()).isEqualTo(Category.INVALID_STATE);
    }

    @Test
    void aBarePrintAfterAFormattedLineIsItsOwnEntry() {
        List<Judged> judged = Audits.of("""
                INFO:     127.0.0.1:5 - "WebSocket /ws" [accepted]
                sending to client 7 failed: [Errno 32] Broken pipe
                2026-11-22 19:36:07,123 ERROR app: boom
                INFO:     connection closed""");
        assertThat(judged).extracting(one -> one.entry().line()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(judged.get(1).category()).isEqualTo(Category.BROKEN_PIPE);
        assertThat(judged.get(1).entry().level()).isNull();
    }

    @Test
    void aTracebackPrintedAfterAnAccessLineIsItsOwnEntry() {
        List<Judged> judged = Audits.of("""
                INFO:     127.0.0.1:5 - "GET / HTTP/1.1" 200 OK
                Traceback (most recent call last):
                  File "/srv/app.py", line 8, in ws
                BrokenPipeError: [Errno 32] Broken pipe""");
        assertThat(judged).hasSize(2);
        assertThat(judged.get(1).category()).isEqualTo(Category.BROKEN_PIPE);
    }

    @Test
    void aJavaMessageGoesOnAtColumnZero() {
        List<Judged> judged = Audits.of("""
                2026-11-22T19:34:31.046Z  INFO 12805 --- [exec-3] o.apache.coyote.http11.Http11Processor   : Error parsing HTTP request header
                 Note: further occurrences of HTTP request parsing errors will be logged at DEBUG level.

                java.lang.IllegalArgumentException: Invalid character found in method name [0x16]
                \tat org.apache.coyote.http11.Http11InputBuffer.parseRequestLine(Http11InputBuffer.java:406)

                2026-11-22T19:34:31.626Z ERROR 12805 --- [exec-4] app.Chat : boom
                which goes on
                here""");
        assertThat(judged).extracting(one -> one.entry().lines()).containsExactly(5, 3);
        assertThat(judged.get(0).category()).isEqualTo(Category.HANDSHAKE);
    }

    @Test
    void takesOffWhatContainersPutBeforeEachLineOfATrace() {
        List<Judged> judged = Audits.of("""
                app-1  | 2026-07-04T21:20:27.407767075Z ERROR:    Exception in ASGI application
                app-1  | 2026-07-04T21:20:27.407767076Z Traceback (most recent call last):
                app-1  | 2026-07-04T21:20:27.407767077Z   File "/srv/app.py", line 8, in ws
                app-1  | 2026-07-04T21:20:27.407767078Z BrokenPipeError: [Errno 32] Broken pipe
                app-1  | 2026-07-04T21:20:27.407767079Z INFO:     connection closed""");
        assertThat(judged).extracting(one -> one.entry().lines()).containsExactly(4, 1);
        assertThat(judged.get(0).category()).isEqualTo(Category.BROKEN_PIPE);
    }

    @Test
    void aLineOfAnotherProcessIsItsOwnEntry() {
        assertThat(Audits.of("""
                        Nov 22 19:36:07 web1 chat[812]: fail: Chat.Socket[0]
                        Nov 22 19:36:07 web1 chat[812]:       Socket 7: Broken pipe
                        Nov 22 19:36:07 web1 systemd[1]: Started Session 41.
                        """)).extracting(judged -> judged.entry().lines()).containsExactly(2, 1);
    }

    @Test
    void theLoggerIsNotWhatFailed() {
        assertThat(Audits.category("2026-11-22 19:36:07,123 ERROR orders.ws: [Errno 104] Connection reset by peer"))
                .isEqualTo(Category.RESET);
        assertThat(Audits.category("2026-11-22 19:36:07,123 ERROR orders.db: [Errno 104] Connection reset by peer"))
                .isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void aGoPanicTakesItsGoroutinesWithIt() {
        Judged judged = Audits.only("""
                panic: send on closed channel

                goroutine 12 [running]:
                main.(*Hub).run(0xc000)
                \t/srv/hub.go:12 +0x1d
                created by main.main
                \t/srv/main.go:8 +0x2f
                exit status 2
                """);
        assertThat(judged.category()).isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void whatKillsTheProgramIsUnexpectedWhateverItWas() {
        Judged judged = Audits.only("""
                node:events:502
                      throw er; // Unhandled 'error' event
                      ^

                RangeError: Invalid WebSocket frame: MASK must be set
                    at Receiver.getInfo (/srv/app/node_modules/ws/lib/receiver.js:351:28)
                Emitted 'error' event on WebSocket instance at:
                    at Receiver.receiverOnError (/srv/app/node_modules/ws/lib/websocket.js:1261:15) {
                  code: 'WS_ERR_EXPECTED_MASK'
                }

                Node.js v20.20.2
                """);
        assertThat(judged.category()).isEqualTo(Category.UNEXPECTED);
        assertThat(judged.rule()).isEqualTo("death.crash");
        assertThat(judged.why()).contains("'error' event");
    }

    @Test
    void readsTheErrorInAJsonLine() {
        assertThat(Audits.category("{\"level\":\"ERROR\",\"message\":\"send failed\",\"throwable\":{\"className\":"
                        + "\"java.io.IOException\",\"message\":\"send\",\"cause\":{\"className\":\"java.io.IOException\","
                        + "\"message\":\"Broken pipe\"}}}"))
                .isEqualTo(Category.BROKEN_PIPE);
        assertThat(Audits.category("{\"level\":50,\"msg\":\"x\",\"err\":{\"message\":\"read ECONNRESET\",\"stack\":"
                        + "\"Error: read ECONNRESET\\n    at TCP.onStreamRead (node:internal/x:1:1)\"}}"))
                .isEqualTo(Category.RESET);
        assertThat(Audits.category("{\"log.level\":\"error\",\"message\":\"x\",\"error.message\":\"Broken pipe\"}"))
                .isEqualTo(Category.BROKEN_PIPE);
    }

    @Test
    void anErrorThatNoRuleKnowsIsUnexpectedAndAWarningIsUnknown() {
        assertThat(Audits.category("ERROR:    the sky fell")).isEqualTo(Category.UNEXPECTED);
        Judged warning = Audits.only("WARNING:  the sky may fall");
        assertThat(warning.category()).isNull();
        assertThat(warning.isUnknown()).isTrue();
        assertThat(Audits.only("INFO:     the sky is up").isUnknown()).isFalse();
    }

    @Test
    void aTraceThatNoRuleKnowsIsUnexpectedUnlessItIsHushed() {
        String trace = "\ncom.acme.Strange: x\n\tat com.acme.Chat.send(Chat.java:1)\n";
        assertThat(Audits.category("19:36:07.123 [main] INFO  c.a.Chat - odd" + trace))
                .isEqualTo(Category.UNEXPECTED);
        assertThat(Audits.category("19:36:07.123 [main] DEBUG c.a.Chat - odd" + trace))
                .isNull();
    }

    @Test
    void aWrapperWithoutAKnownCauseIsUnexpectedAtError() {
        Judged judged = Audits.only("ERROR:    Exception in ASGI application\n\n");
        assertThat(judged.category()).isEqualTo(Category.UNEXPECTED);
        assertThat(judged.rule()).isEqualTo("wrapper.sentence");
    }

    @Test
    void markersBetweenEntriesAreNoEntriesOfTheServer() {
        Judged judged = Audits.only("### FAULT unmasked /ws");
        assertThat(judged.category()).isNull();
        assertThat(judged.isUnknown()).isFalse();
    }

    @Test
    void anEntryIsCompleteOnlyWhenTheNextBeginsOrWhenItIsFlushed() {
        List<Judged> judged = new ArrayList<>();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged::add);
        auditor.line("ERROR:    Exception in ASGI application");
        auditor.line("Traceback (most recent call last):");
        assertThat(judged).isEmpty();
        auditor.flush();
        assertThat(judged).hasSize(1);
        auditor.flush();
        assertThat(judged).hasSize(1);
        auditor.line("INFO:     connection open");
        auditor.line("INFO:     connection closed");
        assertThat(judged).hasSize(2);
        assertThat(judged.get(1).entry().line()).isEqualTo(3);
    }

    /** A trace that is written in two pieces is one incident, however long the pause. */
    @Test
    void whatComesAfterAPauseGoesOnWithTheTraceBefore() {
        List<Judged> judged = new ArrayList<>();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged::add);
        auditor.line("DEBUG onError java.io.IOException: Connection reset by peer");
        auditor.line("java.io.IOException: Connection reset by peer");
        auditor.line("\tat sun.nio.ch.SocketDispatcher.read0(Native Method)");
        auditor.flush();
        auditor.line("\tat com.acme.Loop.read(Loop.java:650)");
        auditor.line("Caused by: java.io.IOException: Broken pipe");
        auditor.line("\tat java.lang.Thread.run(Thread.java:840)");
        auditor.flush();

        assertThat(judged)
                .singleElement()
                .satisfies(only -> assertThat(only.isUnexpectedError()).isFalse());
    }

    @Test
    void aFrameBehindAnEntryWithoutATraceGoesOnWithTheTraceBeforeIt() {
        List<Judged> judged = Audits.of("""
                DEBUG onError java.io.IOException: Connection reset by peer
                java.io.IOException: Connection reset by peer
                \tat sun.nio.ch.SocketDispatcher.read0(Native Method)
                INFO 12 clients are connected
                \tat com.acme.Loop.read(Loop.java:650)
                Caused by: java.io.IOException: Broken pipe
                \tat java.lang.Thread.run(Thread.java:840)
                INFO 11 clients are connected
                """);

        assertThat(judged).hasSize(3).noneMatch(Judged::isUnexpectedError).noneMatch(Judged::isNoise);
    }

    @Test
    void aNewTracebackAfterAPauseIsAnIncidentOfItsOwn() {
        List<Judged> judged = new ArrayList<>();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged::add);
        auditor.line("INFO 12 clients are connected");
        auditor.flush();
        auditor.line("Traceback (most recent call last):");
        auditor.line("  File \"app.py\", line 3, in <module>");
        auditor.line("KeyError: 'room'");
        auditor.flush();

        assertThat(judged).hasSize(2);
        assertThat(judged.get(1).isUnexpectedError()).isTrue();
    }

    @Test
    void tagsThatAreLongerThanTheLineBeforeThemBeginAnEntry() {
        assertThat(Audits.of("x\n[app-1.web:8080]\n")).hasSize(2);
    }
}

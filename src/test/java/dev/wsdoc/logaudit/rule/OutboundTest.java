package dev.wsdoc.logaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.Audits;
import dev.wsdoc.model.Category;
import org.junit.jupiter.api.Test;

/** A connection that the server itself had opened is no client's disconnect. */
final class OutboundTest {
    private static final String RESET =
            "java.net.SocketException: Connection reset\n\tat sun.nio.ch.NioSocketImpl.read(X.java:1)\n";

    @Test
    void aClientInTheFramesMakesAResetUnexpected() {
        assertThat(
                        Audits.category(
                                "19:36:07.123 [main] ERROR c.a.Orders - failed\n" + RESET
                                        + "\tat org.postgresql.core.PGStream.receiveChar(PGStream.java:1)\n\tat com.acme.Orders.save(O.java:1)\n"))
                .isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void whatIsNearestToTheThrowDecides() {
        assertThat(Audits.category("19:36:07.123 [main] ERROR c.a.Push - failed\n" + RESET
                        + "\tat org.apache.tomcat.websocket.WsRemoteEndpointImplBase.send(W.java:1)\n"
                        + "\tat com.acme.Push.onMessage(P.java:1)\n"
                        + "\tat org.apache.kafka.clients.consumer.KafkaConsumer.poll(K.java:1)\n"))
                .isEqualTo(Category.RESET);
    }

    @Test
    void inPythonTheLastFrameIsNearest() {
        assertThat(Audits.category("""
                        2026-11-22 19:36:07,123 ERROR app: push failed
                        Traceback (most recent call last):
                          File "/usr/lib/python3/dist-packages/redis/asyncio/client.py", line 1, in listen
                          File "/usr/lib/python3/dist-packages/websockets/legacy/protocol.py", line 1, in write
                        ConnectionResetError: [Errno 104] Connection reset by peer
                        """)).isEqualTo(Category.RESET);
        assertThat(Audits.category("""
                        2026-11-22 19:36:07,123 ERROR app: push failed
                        Traceback (most recent call last):
                          File "/usr/lib/python3/dist-packages/uvicorn/protocols/x.py", line 1, in run
                          File "/usr/lib/python3/dist-packages/redis/connection.py", line 1, in read
                        ConnectionResetError: [Errno 104] Connection reset by peer
                        """)).isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void theLoggerTellsTooEvenWhenItIsAbbreviated() {
        assertThat(Audits.category(
                        "2026-11-22 19:36:07.123 ERROR 1 --- [ad | producer-1] o.a.k.c.producer.internals.Sender : "
                                + "java.io.IOException: Broken pipe"))
                .isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void belowErrorItIsUnknownAndNeverHarmless() {
        Judged judged = Audits.only(
                "2026-11-22 19:36:07,123 WARNING app: redis.exceptions.ConnectionError: Error 104 while reading: Connection reset by peer");
        assertThat(judged.category()).isNull();
        assertThat(judged.isUnknown()).isTrue();
    }

    @Test
    void aWebSocketSentenceIsNotMistakenForAClient() {
        assertThat(
                        Audits.category(
                                "ERROR:    aiohttp.client_exceptions.ClientConnectionResetError: Cannot write to closing transport"))
                .isEqualTo(Category.INVALID_STATE);
    }
}

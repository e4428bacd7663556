package dev.wsdoc.wire.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.Conversation;
import dev.wsdoc.wire.Recorder;
import dev.wsdoc.wire.WireLimits;
import dev.wsdoc.wire.frame.WireState;
import dev.wsdoc.wire.handshake.UpgradeRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that open nothing, by reason; every one also split at every byte. */
class HandshakeRefusalTest {

    /** In the tables below a bar stands for CR LF. */
    private static final String GOOD = Conversation.SWITCHING.replace("\r\n", "|");

    @ParameterizedTest
    @CsvSource({
        "200 OK, STATUS 200, 200 OK",
        "400 Bad Request, STATUS 400, 400 Bad Request",
        "401 Unauthorized, STATUS 401, 401 Unauthorized",
        "403 Forbidden, STATUS 403, 403 Forbidden",
        "404, STATUS 404, 404",
        "429 Too Many Requests, STATUS 429, 429 Too Many Requests",
        "503 Service Unavailable, STATUS 503, 503 Service Unavailable",
        "304 Not Modified, STATUS 304, 304 Not Modified",
        "301 Moved Permanently, REDIRECT 301, 301 Moved Permanently without a location",
        "302 Found|Location: https://a.example/b, REDIRECT 302, '302 Found to \"https://a.example/b\"'",
        "307 Temporary Redirect|location: /c, REDIRECT 307, '307 Temporary Redirect to \"/c\"'",
        "308 X|Location: /d|Location: /e, REDIRECT 308, '308 X to \"/d\"'",
    })
    void refusesAnotherStatus(String head, String event, String detail) {
        assertRefused("HTTP/1.1 " + head + "|Content-Length: 2||no", event, detail);
        assertRefused("HTTP/1.0 " + head + "||", event, detail);
    }

    @Test
    void givesTheLocationOfARedirect() {
        Recorder recorder = new Conversation()
                .says("HTTP/1.1 302 Found\r\nLocation: wss://a.example/\r\n\r\n")
                .recorder();
        assertThat(recorder.refusal.location()).isEqualTo("wss://a.example/");
    }

    /** What is replaced in the good answer, and by what. */
    @ParameterizedTest
    @CsvSource({
        "'Upgrade: websocket|', '', NOT_UPGRADED, 101 with no Upgrade header",
        "'Upgrade: websocket', 'Upgrade: h2c', NOT_UPGRADED, '101 with Upgrade: \"h2c\"'",
        "'Upgrade: websocket', 'Upgrade: websocket, h2c', NOT_UPGRADED, '101 with Upgrade: \"websocket, h2c\"'",
        "'Connection: Upgrade|', '', NOT_UPGRADED, 101 with no Connection header",
        "'Connection: Upgrade', 'Connection: close', NOT_UPGRADED, '101 with Connection: \"close\"'",
        "'Connection: Upgrade', 'Connection: Upgraded', NOT_UPGRADED, '101 with Connection: \"Upgraded\"'",
        "'HTTP/1.1', 'HTTP/1.0', NOT_UPGRADED, '101 in HTTP/1.0, which has no upgrade'",
        "'s3pPLM', 'S3pPLM', WRONG_ACCEPT, '101 with Sec-WebSocket-Accept: \"S3pPLMBiTxaQ9kYGzzhZRbK+xOo=\", expected s3pPLMBiTxaQ9kYGzzhZRbK+xOo='",
        "'xOo=', 'xOo', WRONG_ACCEPT, '101 with Sec-WebSocket-Accept: \"s3pPLMBiTxaQ9kYGzzhZRbK+xOo\", expected s3pPLMBiTxaQ9kYGzzhZRbK+xOo='",
        "'Sec-WebSocket-Accept', 'X', WRONG_ACCEPT, '101 with no Sec-WebSocket-Accept header, expected s3pPLMBiTxaQ9kYGzzhZRbK+xOo='",
        "'Upgrade: ', 'Sec-WebSocket-Protocol: chat|Upgrade: ', UNEXPECTED_SUBPROTOCOL, '101 with a subprotocol that was not offered: \"chat\"'",
        "'Upgrade: ', 'Sec-WebSocket-Extensions: permessage-deflate|Upgrade: ', UNEXPECTED_EXTENSION, '101 with an extension that was not offered: \"permessage-deflate\"'",
    })
    void refusesAnUpgradeThatIsNone(String from, String to, String reason, String detail) {
        int at = GOOD.indexOf(from);
        assertRefused(GOOD.substring(0, at) + to + GOOD.substring(at + from.length()), reason + " 101", detail);
    }

    @Test
    void refusesARepeatedAcceptKey() {
        String line = Conversation.ACCEPT + "|";
        assertThat(Conversation.eventsOfAnswer(Conversation.lines(GOOD.replace(line, line + line)), WireLimits.DEFAULT))
                .containsExactly("refused WRONG_ACCEPT 101");
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 1O1 X||', 'malformed status line \"HTTP/1.1 1O1 X\"'",
        "'HTTP/1.1 10||', 'malformed status line \"HTTP/1.1 10\"'",
        "'HTTP/1.1 1011 X||', 'malformed status line \"HTTP/1.1 1011 X\"'",
        "'HTTP/1.1 001 X||', 'malformed status line \"HTTP/1.1 001 X\"'",
        "'HTTP/1.1101 X||', 'malformed status line \"HTTP/1.1101 X\"'",
        "'HTTP/1.x 101 X||', 'malformed status line \"HTTP/1.x 101 X\"'",
        "'HTTP/1.1 404 X|no colon||', 'malformed header line \"no colon\"'",
        "'HTTP/1.1 404 X|: no name||', 'malformed header line \": no name\"'",
        "'HTTP/1.1 404 X|name : x||', 'malformed header line \"name : x\"'",
        "'HTTP/1.1 404 X| folded: x||', 'malformed header line \" folded: x\"'",
    })
    void refusesAMalformedHead(String head, String detail) {
        assertRefused(head, "NOT_HTTP 0", detail);
    }

    @Test
    void refusesABlankLineWithTwoCarriageReturns() {
        assertThat(Conversation.eventsOfAnswer("HTTP/1.1 404 X\r\n\r\r\n", WireLimits.DEFAULT))
                .containsExactly("refused NOT_HTTP 0");
    }

    @Test
    void escapesWhatATerminalWouldObey() {
        UpgradeRefusal refusal = new Conversation()
                .says(Conversation.lines("HTTP/1.1 404 \u001b[2J||"))
                .recorder()
                .refusal;
        assertThat(refusal.detail()).isEqualTo("404 \\x1B[2J");
    }

    @Test
    void refusesBareCarriageReturnsAndNulBytes() {
        for (String value : new String[] {"a\rb", "a\0b", "a\r\r"}) {
            assertThat(Conversation.eventsOfAnswer("HTTP/1.1 404 X\r\nName: " + value + "\r\n\r\n", WireLimits.DEFAULT))
                    .containsExactly("refused NOT_HTTP 0");
        }
    }

    /** A banner without a blank line is refused at once, not after a time-out. */
    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-OpenSSH_9.2p1|, 'not HTTP/1, the answer begins with \"SSH-2.0-OpenSSH_9.2p1\"'",
        "HTTP/2 101 X, 'not HTTP/1, the answer begins with \"HTTP/2 101 X\"'",
        "http/1.1 101 X, 'not HTTP/1, the answer begins with \"http/1.1 101 X\"'",
        "|HTTP/1.1 101 X, 'not HTTP/1, the answer begins with \"HTTP/1.1 101 X\"'",
        "h, 'not HTTP/1, the answer begins with \"h\"'",
    })
    void refusesAnotherProtocolAtItsFirstBytes(String banner, String detail) {
        Conversation conversation = new Conversation().says(Conversation.lines(banner));
        assertThat(conversation.events()).containsExactly("refused NOT_HTTP 0");
        assertThat(conversation.recorder().refusal.detail()).isEqualTo(detail);
        assertThat(Conversation.eventsOfAnswer(Conversation.lines(banner), WireLimits.DEFAULT))
                .hasSize(1);
    }

    @Test
    void refusesAnEndlessHead() {
        WireLimits limits = new WireLimits(100, 125);
        assertThat(Conversation.eventsOfAnswer("HTTP/1.1 101 X\r\nName: " + "a".repeat(1000), limits))
                .containsExactly("refused HEAD_TOO_LARGE 0");
    }

    @Test
    void refusesEndlessInterimResponses() {
        WireLimits limits = new WireLimits(100, 125);
        assertThat(Conversation.eventsOfAnswer("HTTP/1.1 100 Continue\r\n\r\n".repeat(5), limits))
                .containsExactly("refused HEAD_TOO_LARGE 0");
    }

    @Test
    void refusesAnEndBeforeAndWithinTheHead() {
        Conversation silent = new Conversation().ends();
        assertThat(silent.recorder().refusal.reason()).isEqualTo(Reason.CUT);
        assertThat(silent.recorder().refusal.detail()).isEqualTo("the server ended the connection before its answer");
        Conversation within = new Conversation().says("HTTP/1.1 101 X\r\n").ends();
        assertThat(within.recorder().refusal.detail())
                .isEqualTo("the server ended the connection within the head of its answer, after \"HTTP/1.1 101 X\"");
        assertThat(within.state()).isEqualTo(WireState.FAILED);
    }

    private static void assertRefused(String head, String event, String detail) {
        assertThat(Conversation.eventsOfAnswer(Conversation.lines(head), WireLimits.DEFAULT))
                .containsExactly("refused " + event);
        assertThat(new Conversation()
                        .says(Conversation.lines(head))
                        .recorder()
                        .refusal
                        .detail())
                .isEqualTo(detail);
    }
}

package dev.wsdoc.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.net.tls.Verification;
import dev.wsdoc.wire.handshake.Compression;
import dev.wsdoc.wire.handshake.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurlCommandTest {
    @Test
    void whatBrowsersCopyIsUnderstood() {
        BrowserRequest request = CurlCommand.parse("""
                curl 'wss://example.org/ws?room=1' \\
                  -H 'Upgrade: websocket' \\
                  -H 'Origin: https://example.org' \\
                  -H 'Cache-Control: no-cache' \\
                  -H $'X-Name: it\\'s \\u00e4' \\
                  -b 'sid=1; theme="dark"' \\
                  -H 'Connection: Upgrade' \\
                  -H 'Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==' \\
                  -H 'Sec-WebSocket-Version: 13' \\
                  -H 'Sec-WebSocket-Protocol: chat.v2' \\
                  -H 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits' --compressed --insecure
                """);

        assertThat(request.url()).isEqualTo("wss://example.org/ws?room=1");
        assertThat(request.headers())
                .containsExactly(
                        new Header("Origin", "https://example.org"),
                        new Header("Cache-Control", "no-cache"),
                        new Header("X-Name", "it's ä"),
                        new Header("Cookie", "sid=1; theme=\"dark\""),
                        new Header("Sec-WebSocket-Protocol", "chat.v2"));
        assertThat(request.compression()).isEqualTo(Compression.PERMESSAGE_DEFLATE);
        assertThat(request.verification()).isEqualTo(Verification.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            curl "ws://h/a b"                         | ws://h/a b
            curl -HA:b ws://h                         | ws://h
            curl ws://h/'x'"y"\\z                     | ws://h/xyz
            curl --url ws://h -X GET                  | ws://h
            curl -u ann:pw -A agent -e http://r ws://h | ws://h
            """)
    void wordsAreTakenApartAsAShellDoes(String command, String url) {
        assertThat(CurlCommand.parse(command).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            wget ws://h                | it does not begin with curl
            curl                       | it has no URL
            curl ws://h ws://i         | it has more than one URL
            curl ws://h -X POST        | its method is POST; a WebSocket begins with GET
            curl ws://h --proxy x      | its option --proxy is not known here; leave it out
            curl 'ws://h               | a quotation that begins with ' does not end
            curl "ws://h               | a quotation that begins with " does not end
            curl $'ws://h              | a quotation that begins with $' does not end
            curl $'\\uzzzz' ws://h     | an escape within $'...' has no 4 hexadecimal digits
            curl ws://h -b jar.txt     | -b names a file of cookies, which is not read; give them as name=value
            curl ws://h -H nothing     | -H is not like 'Name: value': it has no colon
            curl ws://h -H             | -H has no value
            """)
    void whatCannotBeDoneIsSaid(String command, String complaint) {
        assertThatThrownBy(() -> CurlCommand.parse(command))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint);
    }
}

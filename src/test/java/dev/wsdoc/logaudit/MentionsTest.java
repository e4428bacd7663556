package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a line names. */
class MentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARNING Application instance for connection <Protocol client=['127.0.0.1', 53124] path=/ws> took too long",
                "INFO:     ('127.0.0.1', 53124) - \"WebSocket /ws\" [accepted]",
                "write tcp 127.0.0.1:7105->127.0.0.1:53124: write: broken pipe",
                "read tcp 127.0.0.1:53124->127.0.0.1:7105: read: connection reset by peer",
                "2026-11-25 09:12:24 lost [::1]:53124",
                "lost /127.0.0.1:53124 (reset)",
                "{\"level\":\"warn\",\"remoteAddress\":\"::1\",\"remotePort\":53124}",
                "level=warn peer_port=53124 msg=gone",
                "{{127,0,0,1},53124} closed",
                "client localhost:53124."
            })
    void findsAPortWhereAPeersStands(String line) {
        assertThat(Mentions.in(line).ports()).contains(53124);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "took 53124 ms",
                "[53124] INFO started",
                "\tat Loop.read(Loop.java:53124)",
                "sent 53124 bytes to 10.0.0.1",
                "x:53124abc",
                "2026-11-25 09:12:24,531 pid=53124"
            })
    void takesNoOtherNumberForAPort(String line) {
        assertThat(Mentions.in(line).ports()).doesNotContain(53124);
    }

    @Test
    void findsIdsAndPaths() {
        assertThat(Mentions.in(
                                "Connection customer_chaos-42-abrupt-7 gone. GET /ws/customer/chaos-42-abrupt?x=1 HTTP/1.1")
                        .words())
                .contains("customer_chaos-42-abrupt-7", "/ws/customer/chaos-42-abrupt");
    }
}

package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a reader sees of an incident. */
class QuotationTest {
    private static final String NODE = """
            node:events:502
                  throw er; // Unhandled 'error' event
                  ^

            Error: read ECONNRESET
                at TCP.onStreamRead (node:internal/stream_base_commons:216:20)
            Emitted 'error' event on Socket instance at:
                at emitErrorNT (node:internal/streams/destroy:170:8) {
              errno: -104,
              code: 'ECONNRESET',
              syscall: 'read'
            }

            Node.js v20.19.2
            """;

    private static final String PYTHON = """
            Traceback (most recent call last):
              File "app.py", line 9, in <module>
                main()
              File "app.py", line 5, in main
                send()
            ConnectionResetError: [Errno 104] Connection reset by peer
            """;

    @Test
    void aCrashIsQuotedByItsMessage() {
        assertThat(Quotation.line(Audits.only(NODE).entry()))
                .isEqualTo("line 1: node:events:502 … Error: read ECONNRESET");
        assertThat(Quotation.line(Audits.only(PYTHON).entry()))
                .isEqualTo("line 1: Traceback (most recent call last): … ConnectionResetError: [Errno 104] Connection"
                        + " reset by peer");
    }

    @Test
    void anIncidentBeginsAtItsStartAndHasTheMessage() {
        assertThat(Quotation.incident(Audits.only(NODE).entry()))
                .startsWith("node:events:502")
                .contains("Error: read ECONNRESET")
                .hasSizeLessThanOrEqualTo(10);
        assertThat(Quotation.incident(Audits.only(PYTHON).entry()))
                .containsExactly(
                        "Traceback (most recent call last):",
                        "  File \"app.py\", line 9, in <module>",
                        "…",
                        "ConnectionResetError: [Errno 104] Connection reset by peer");
    }

    @Test
    void anEntryThatSaysItsErrorInTheFirstLineIsThatLine() {
        assertThat(Quotation.line(Audits.only("""
                        DEBUG onError java.io.IOException: Connection reset by peer
                        java.io.IOException: Connection reset by peer
                        \tat sun.nio.ch.SocketDispatcher.read0(Native Method)
                        """).entry()))
                .isEqualTo("line 1: DEBUG onError java.io.IOException: Connection reset by peer");
    }
}

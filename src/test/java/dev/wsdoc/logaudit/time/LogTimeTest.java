package dev.wsdoc.logaudit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of entries as logs have them, read in Berlin, whose clocks are an hour ahead of UTC in November. */
final class LogTimeTest {
    private static final LogTime TIMES = new LogTime(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-23T12:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            value = {
                "2026-11-22T19:36:07Z INFO x                                       => 2026-11-22T19:36:07Z",
                "2026-11-22T19:36:07.707Z ERROR 12805 --- [exec-5] app : x         => 2026-11-22T19:36:07.707Z",
                "2026-11-22T19:36:07+01:00 x                                       => 2026-11-22T18:36:07Z",
                "2026-11-22T19:36:07-0500 x                                        => 2026-11-23T00:36:07Z",
                "2026-11-22 19:36:07,123 ERROR app - x                             => 2026-11-22T18:36:07.123Z",
                "2026-11-22 19:36:07 +0000] [7] [INFO] x                           => 2026-11-22T19:36:07Z",
                "[2026-11-22 19:36:07 +0100] [7] [INFO] x                          => 2026-11-22T18:36:07Z",
                "2026/11/22 19:36:07 [error] 23#23: *7 x                           => 2026-11-22T18:36:07Z",
                "2026/11/22 19:36:07.123456 read: EOF                              => 2026-11-22T18:36:07.123456Z",
                "127.0.0.1 - - [22/Nov/2026:19:36:07 +0000] \"GET /ws\" 101 12     => 2026-11-22T19:36:07Z",
                "22-Nov-2026 19:36:07.123 SEVERE [exec-1] x                        => 2026-11-22T18:36:07.123Z",
                "Nov 22, 2026 7:36:07 PM org.apache.catalina.X y                   => 2026-11-22T18:36:07Z",
                "Nov 22, 2026 12:00:07 AM org.apache.catalina.X y                  => 2026-11-21T23:00:07Z",
                "Sun Nov 22 19:36:07 2026 x                                        => 2026-11-22T18:36:07Z",
                "Nov 22 19:36:07 web-1 app[12]: x                                  => 2026-11-22T18:36:07Z",
                "Nov  2 19:36:07 web-1 app[12]: x                                  => 2026-11-02T18:36:07Z",
                "Dec 22 19:36:07 web-1 app[12]: x                                  => 2025-12-22T18:36:07Z",
                "Nov 24 01:36:07 web-1 app[12]: of a clock that is ahead           => 2026-11-24T00:36:07Z",
                "22.11.2026 19:36:07|Error|x                                       => 2026-11-22T18:36:07Z",
                "11/22/2026 19:36:07 x                                             => 2026-11-22T18:36:07Z",
                "11/22/2026, 7:36:07 PM - x                                        => 2026-11-22T18:36:07Z",
                "20261122 19:36:07 x                                               => 2026-11-22T18:36:07Z",
                "[E 261122 19:36:07 web:1793] x                                    => 2026-11-22T18:36:07Z",
                "E1122 19:36:07.123456    7 server.go:12] x                        => 2026-11-22T18:36:07.123456Z",
                "1795376167 x                                                      => 2026-11-22T19:36:07Z",
                "1795376167.5 x                                                    => 2026-11-22T19:36:07.500Z",
                "1795376167123 x                                                   => 2026-11-22T19:36:07.123Z",
                "time=\"2026-11-22T19:36:07Z\" level=info msg=x                    => 2026-11-22T19:36:07Z",
                "time=2026-11-22T19:36:07.123+01:00 level=INFO msg=x               => 2026-11-22T18:36:07.123Z",
                "app-1  | 2026-11-22T19:36:07.123456789Z x                         => 2026-11-22T19:36:07.123456789Z",
                "2026-11-22T19:36:07.123456789Z stderr F ERROR x                   => 2026-11-22T19:36:07.123456789Z",
                "<11>1 2026-11-22T19:36:07Z web app 7 - - x                        => 2026-11-22T19:36:07Z",
                "{\"level\":50,\"time\":1795376167123,\"msg\":\"x\"}               => 2026-11-22T19:36:07.123Z",
                "{\"ts\":1795376167.25,\"level\":\"error\",\"msg\":\"x\"}           => 2026-11-22T19:36:07.250Z",
                "{\"@timestamp\":\"2026-11-22T19:36:07.5Z\",\"message\":\"x\"}      => 2026-11-22T19:36:07.500Z",
                "{\"log\":\"x\",\"stream\":\"stderr\",\"time\":\"2026-11-22T19:36:07Z\"} => 2026-11-22T19:36:07Z",
            })
    void readsTheTimeOfAnEntry(String head, Instant time) {
        String written = HeadTime.of(head);
        assertThat(written).as(head).isNotNull();
        assertThat(TIMES.parse(written)).as(written).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO:     127.0.0.1:57746 - \"WebSocket /ws\" [accepted]",
                "ERROR:    Exception in ASGI application",
                "client 1795376167 has gone",
                "{\"level\":\"error\",\"msg\":\"x\"}",
                "{broken",
                "",
            })
    void findsNoneWhereThereIsNone(String head) {
        assertThat(HeadTime.of(head)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"19:36:07.123", "2026-02-30T10:00:00Z", "2026-13-01T10:00:00Z", "2026-11-22T25:00:00Z"})
    void doesNotGuessWhatIsNoPointInTime(String written) {
        assertThat(TIMES.parse(written)).isNull();
    }
}

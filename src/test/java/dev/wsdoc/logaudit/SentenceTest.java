package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SentenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connection closed|connection closed",
                "write tcp 10.0.0.1:8080->10.0.0.2:52344: write: broken pipe|write tcp <addr>-><addr>: write: broken pipe",
                "session 7f3c2a1e-1234-4a4a-9b9b-001122334455 gone|session <id> gone",
                "Buffer size 525000 bytes for session 'abc1'|Buffer size <n> bytes for session '<id>'",
                "websocket: close 1006 (abnormal closure)|websocket: close 1006 (abnormal closure)",
                "[Errno 104] Connection reset by peer|[Errno 104] Connection reset by peer",
                "closed CloseStatus[code=1002, reason=RSV1]|closed CloseStatus[code=1002, reason=RSV1]",
                "took 12 ms|took <n> ms",
                "no UTF-8 in HTTP/1.1|no UTF-8 in HTTP/1.1",
                "com.acme.Chat$1 failed 3 times|com.acme.Chat$<n> failed <n> times",
            })
    void keepsWhatIsSaidAndDropsOfWhom(String message, String sentence) {
        assertThat(Sentence.of(message)).isEqualTo(sentence);
    }
}

package dev.wsdoc.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.talk.TalkEnd.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkEndTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLOSED     | 1000 | ''  | ''   | true  | closed as asked; the server answered with 1000 (normal)
            CLOSED     | 4001 | bye | ''   | true  | closed as asked; the server answered with 4001: bye
            FAULT      | 0    | ''  | drop | true  | ended as asked: drop
            BY_SERVER  | 1000 | ''  | ''   | true  | the server closed with 1000 (normal)
            BY_SERVER  | 1001 | ''  | ''   | true  | the server closed with 1001 (going away)
            BY_SERVER  | 1002 | ''  | ''   | false | the server closed with 1002 (protocol error)
            BY_SERVER  | 1003 | ''  | ''   | false | the server closed with 1003 (unsupported data)
            BY_SERVER  | 1005 | ''  | ''   | false | the server closed with a close frame without a code (1005)
            BY_SERVER  | 1007 | ''  | ''   | false | the server closed with 1007 (invalid payload)
            BY_SERVER  | 1008 | no  | ''   | false | the server closed with 1008 (policy violation): no
            BY_SERVER  | 1009 | ''  | ''   | false | the server closed with 1009 (message too big)
            BY_SERVER  | 1010 | ''  | ''   | false | the server closed with 1010 (mandatory extension)
            BY_SERVER  | 1011 | ''  | ''   | false | the server closed with 1011 (internal error)
            BY_SERVER  | 1012 | ''  | ''   | false | the server closed with 1012 (service restart)
            BY_SERVER  | 1013 | ''  | ''   | false | the server closed with 1013 (try again later)
            BY_SERVER  | 1014 | ''  | ''   | false | the server closed with 1014 (bad gateway)
            FIN        | 0    | ''  | ''   | false | the server ended the connection (FIN) without a close frame (1006)
            RESET      | 0    | ''  | ''   | false | the connection was reset (RST) without a close frame (1006)
            UNANSWERED | 0    | ''  | 5 s  | false | time-out: the server did not answer our close frame within 5 s
            VIOLATION  | 0    | ''  | why  | false | the server broke the protocol, and we hung up: why
            OVERFLOWED | 0    | ''  | ''   | false | the server took so little that more than 16 MiB waited for it, and we hung up
            FAILED     | 0    | ''  | ''   | false | wsdoc itself failed
            """)
    void itHasWordsAndAVerdict(Cause cause, int code, String reason, String detail, boolean isGood, String words) {
        TalkEnd ending = new TalkEnd(cause, code, reason, detail);
        assertThat(ending.words()).isEqualTo(words);
        assertThat(ending.isGood()).isEqualTo(isGood);
    }
}

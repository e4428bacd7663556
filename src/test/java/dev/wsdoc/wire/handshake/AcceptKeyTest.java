package dev.wsdoc.wire.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.wire.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AcceptKeyTest {

    /** RFC 6455 1.3. */
    private static final String EXPECTED = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    @Test
    void computesTheExampleOfTheRfc() {
        assertThat(AcceptKey.expected(Conversation.NONCE)).isEqualTo(EXPECTED);
    }

    @Test
    void matchesTheSameKeyAgainAndAgain() {
        AcceptKey accept = new AcceptKey();
        for (int round = 0; round < 3; round++) {
            assertThat(accept.matches(Conversation.NONCE, EXPECTED)).isTrue();
            assertThat(accept.matches(Conversation.NONCE, EXPECTED.getBytes(StandardCharsets.US_ASCII)))
                    .isTrue();
            assertThat(accept.matches(new byte[16], EXPECTED)).isFalse();
        }
    }

    @Test
    void matchesNothingElse() {
        AcceptKey accept = new AcceptKey();
        for (String other :
                new String[] {"", "x", EXPECTED + "=", EXPECTED.toLowerCase(Locale.ROOT), EXPECTED.substring(1) + "="
                }) {
            assertThat(accept.matches(Conversation.NONCE, other)).as(other).isFalse();
        }
    }

    @Test
    void wantsANonceOf16Bytes() {
        assertThatThrownBy(() -> AcceptKey.expected(new byte[17]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("17 bytes");
    }
}

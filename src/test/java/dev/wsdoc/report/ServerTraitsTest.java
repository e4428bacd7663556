package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a server for people: nothing that was not asked. */
class ServerTraitsTest {
    @Test
    void ofAServerThatNobodySpokeToOnlyItsPingsAreTold() {
        ServerTraits traits =
                new ServerTraits(null, "untried", null, null, List.of(), "untried", 3, 1_030L, null, null, null);

        assertThat(traits.sentences()).containsExactly("it pings every 1.03 s");
    }

    @Test
    void aServerThatWasSpokenToIsTold() {
        ServerTraits traits = new ServerTraits(
                null,
                "wrapped",
                true,
                "plain text",
                List.of(),
                "same",
                0,
                null,
                null,
                null,
                new ServerTraits.SilentEnd(1_003, "ended with close code 1001 'idle'"));

        assertThat(traits.sentences())
                .containsExactly(
                        "it waits to be spoken to",
                        "plain text comes back within a message of its own, and reaches the others",
                        "it sent no ping in that time, and answers pings",
                        "it ends who is silent, 1.00 s after the opening: ended with close code 1001 'idle'");
    }

    @Test
    void whatAServerSendsByItselfIsNoGreetingAndWhatItAnswersIsQuoted() {
        ServerTraits traits = new ServerTraits(
                "{\"tick\":1}",
                "none",
                false,
                null,
                List.of(),
                "same",
                0,
                null,
                "it answers plain text with: {\"error\":\"login first\"}",
                200L,
                null);

        assertThat(traits.sentences())
                .containsExactly(
                        "it sends by itself, every 200 ms: {\"tick\":1}",
                        "nothing that wsdoc says comes back or reaches others",
                        "it answers plain text with: {\"error\":\"login first\"}",
                        "it sent no ping in that time, and answers pings");
    }
}

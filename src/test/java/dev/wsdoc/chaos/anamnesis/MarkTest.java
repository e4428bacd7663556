package dev.wsdoc.chaos.anamnesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbered words are known again in whatever a server makes of them. */
class MarkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello {n}             | hello 3                          | 3",
                "hello {n}             | {\"text\":\"hello 31\",\"n\":7}      | 31",
                "hello {n}             | [12:01] guest-2: hello 0         | 0",
                "hello {n}             | hello 3rd                        | 3",
                "hello {n}             | hello there                      | -1",
                "hello {n}             | hello -3                         | -1",
                "hello {n}             | hello there, hello 5             | 5",
                "hello {n}             | hello 9999999999                 | -1",
                "hello {n}!            | hello 3                          | -1",
                "hello {n}!            | hello 3!                         | 3",
                "{\"say\":\"note {n}\"}  | {\"from\":\"a\",\"body\":\"note 8\"} | 8",
                "{\"say\":\"note {n}.\"} | note 8                           | -1",
            })
    void findsTheNumber(String words, String text, int number) {
        Mark mark = Mark.of(words);

        assertThat(mark).isNotNull();
        assertThat(mark.numberIn(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"hello", "{n}", "{\"n\":\"{n}\"}"})
    void wordsWithoutANumberOrWithNothingBeforeItCannotBeKnown(String words) {
        assertThat(Mark.of(words)).isNull();
    }

    @Test
    void jsonCarriesTheWordsUnderTheUsualKeys() {
        Speech speech = Speech.JSON.of("wsdoc asks 1 " + Mark.NUMBER);

        assertThat(speech.say(4))
                .startsWith("{\"type\":\"message\",")
                .contains("\"text\":\"wsdoc asks 1 4\"")
                .endsWith("\"payload\":\"wsdoc asks 1 4\"}");
        assertThat(speech.mark()).isEqualTo(new Mark("wsdoc asks 1 ", ""));
    }

    @Test
    void whatTheUserSaysIsTriedFirst() {
        assertThat(Speech.tried("hi {n}"))
                .extracting(Speech::name)
                .containsExactly("--provoke", "plain text", "a JSON object");
        assertThat(Speech.tried(null)).containsExactly(Speech.PLAIN, Speech.JSON);
    }
}

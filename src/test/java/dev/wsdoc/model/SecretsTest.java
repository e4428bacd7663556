package dev.wsdoc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ws://h/ws?token=s3cret | ws://h/ws?token=***",
                "ws://h/ws?room=7&access_token=s3cret&x=1#f | ws://h/ws?room=7&access_token=***&x=1#f",
                "'ws://h/ws?apiKey=s3cret' answers 404 | 'ws://h/ws?apiKey=***' answers 404",
                "GET /ws?sid=s3cret HTTP/1.1 | GET /ws?sid=*** HTTP/1.1",
                "(see /ws?X-Amz-Signature=s3cret), /ws?SESSION=s3cret. | (see /ws?X-Amz-Signature=***), /ws?SESSION=***.",
                "/ws?a=1&amp;password=s3cret\" 101 | /ws?a=1&amp;password=***\" 101",
                "/ws?a=1;jwt=s3cret | /ws?a=1;jwt=***",
                "/ws?%74oken=s3cret | /ws?%74oken=***",
                "http://me:s3cret@h:1/x?y=me@z | http://***@h:1/x?y=me@z",
                "redis://:s3@cret@h/0 and amqp://s3cret@h | redis://***@h/0 and amqp://***@h",
                "/ws?token= | /ws?token=",
                "/ws?token=*** | /ws?token=***",
                "token=7 is no query; mail@h is no user | token=7 is no query; mail@h is no user",
                "ws://h/ws?room=7&n=%zz | ws://h/ws?room=7&n=%zz",
                "/ws?encode=a&spin=b&outside=c | /ws?encode=a&spin=b&outside=c",
            })
    void areMaskedWhereverAUrlStandsInAText(String text, String shown) {
        assertThat(Secrets.mask(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://h/?token=s3cret s3cret",
                "ws://h/?token=s3cret\"s3cret<s3cret",
                "ws://me:s3cret s3cret@h/",
                "ws://me:s3cret/?s3cret@h/",
                "me:s3cret@h:80/x",
                "ftp://h/?auth=s3cret'",
                "ws://me:s3cret@/ws?sig=s3cret#x",
                "ws://h/ws?key=s3cret#x",
            })
    void areNotInTheComplaintAboutAUrlThatIsNone(String url) {
        assertThat(Secrets.maskUrl(url)).doesNotContain("s3cret").contains("***");
        assertThatThrownBy(() -> Target.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("s3cret");
    }
}

package dev.wsdoc.logaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChosenNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "client 4 in room \"redis\" left",
                "client 4 (topic redis-beginners) left",
                "user redis_fan left",
                "path=/ws/redis left",
                "left /ws/redis",
                "agent=redis/1.0 left",
                "left #redis",
                "upstream: \"http://10.0.0.2:80/redis\""
            })
    void whatSomebodyChoseIsTakenOut(String text) {
        assertThat(ChosenNames.blanked(text)).doesNotContain("redis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis client: reset", "could not reach redis", "http://redis:80/x", "[redis] reset"})
    void whatTheServerSpeaksOfStays(String text) {
        assertThat(ChosenNames.blanked(text)).contains("redis");
    }

    @ParameterizedTest
    @CsvSource({
        "'File \"/usr/lib/python3/dist-packages/redis/client.py\", line 1', 'redis/client.py\", line 1'",
        "'    at f (/srv/redis-chat/node_modules/ws/lib/x.js:1:1)', 'ws/lib/x.js:1:1)'",
        "'    at f (/srv/redis-chat/lib/x.js:1:1)', '    at f (lib/x.js:1:1)'",
        "'\tat a.B.c(B.java:1)', '\tat a.B.c(B.java:1)'"
    })
    void ofAFrameTheLibraryStays(String frame, String behind) {
        assertThat(ChosenNames.behindFolders(frame).strip()).isEqualTo(behind.strip());
    }
}

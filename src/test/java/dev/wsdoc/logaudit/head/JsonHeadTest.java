package dev.wsdoc.logaudit.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Structured lines: what their fields mean. */
class JsonHeadTest {

    /** RFC 5424's severities, the tens of pino and bunyan, the thousands of logback. */
    @ParameterizedTest
    @CsvSource({
        "0, ERROR",
        "3, ERROR",
        "4, WARN",
        "5, INFO",
        "6, INFO",
        "7, DEBUG",
        "10, TRACE",
        "20, DEBUG",
        "30, INFO",
        "40, WARN",
        "50, ERROR",
        "60, ERROR",
        "5000, TRACE",
        "10000, DEBUG",
        "20000, INFO",
        "30000, WARN",
        "40000, ERROR"
    })
    void knowsLevelsThatAreNumbers(int number, Level level) {
        assertThat(JsonHead.parse("{\"level\":" + number + ",\"msg\":\"x\"}").level())
                .isEqualTo(level);
        assertThat(JsonHead.parse("{\"level\":\"" + number + "\",\"msg\":\"x\"}")
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"loud\"", "null", "12345678", "[]"})
    void takesNothingElseForALevel(String value) {
        assertThat(JsonHead.parse("{\"level\":" + value + ",\"msg\":\"x\"}").level())
                .isNull();
    }

    /** Serilog leaves the commonest level out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"@t\":\"2026\",\"@mt\":\"x\"}          | INFO",
                "{\"@mt\":\"x\"}                          | INFO",
                "{\"@t\":\"2026\",\"@m\":\"x\",\"@l\":\"Warning\"} | WARN",
                "{\"log\":{\"level\":\"error\"},\"message\":\"x\"} | ERROR"
            })
    void knowsWhereOtherStacksHaveTheirLevel(String line, Level level) {
        assertThat(JsonHead.parse(line).level()).isEqualTo(level);
        assertThat(JsonHead.parse(line).text()).isEqualTo("x");
    }

    @Test
    void putsArgumentsIntoAsManyHolesAsThereAre() {
        assertThat(JsonHead.parse("{\"message\":\"{} of {}\",\"arguments\":[1,2,3]}")
                        .text())
                .isEqualTo("1 of 2");
    }

    @Test
    void aLineOfFieldsAloneStandsForItself() {
        String access = "{\"status\":200,\"path\":\"/ws\"}";

        assertThat(JsonHead.parse(access).text()).isEqualTo(access);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"level\":30", "{level}", "plain text"})
    void isNoHeadOfALineThatIsNoJson(String line) {
        assertThat(JsonHead.parse(line)).isNull();
    }
}

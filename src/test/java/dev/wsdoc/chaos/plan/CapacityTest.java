package dev.wsdoc.chaos.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.model.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
    private static final Target TARGET = Target.parse("ws://10.0.0.1:80");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "64 | 53 | 13 | 1 | 13 connections need 130 descriptors, but the limit is 64; 192 would do: 'ulimit -n 192'",
                "64 | 53 | 1 | 2 | 1 connection needs 119 descriptors (both ends are in this process), but the limit is 64;"
                        + " 192 would do: 'ulimit -n 192'",
                "256 | 60 | 200 | 1 | 200 connections need 324 descriptors, but the limit is 256; 384 would do:"
                        + " 'ulimit -n 384'; or ask for 100 fewer",
            })
    void saysHowManyDescriptorsWouldDo(long limit, long open, int sockets, int perSocket, String words) {
        assertThatThrownBy(() -> new Capacity(limit, open, 1_000).require(TARGET, sockets, perSocket))
                .isInstanceOf(CannotRunException.class)
                .hasMessage(words);
    }

    @Test
    void whatWouldDoDoes() {
        assertThatCode(() -> new Capacity(192, 53 + 32, 1_000).require(TARGET, 13, 1))
                .doesNotThrowAnyException();
    }
}

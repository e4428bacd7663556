package dev.wsdoc.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wsdoc.model.Target;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many sockets may be asked for. */
class CapacityTest {
    private static final Target HERE = Target.parse("ws://127.0.0.1:8000/");
    private static final Target AWAY = Target.parse("ws://example.org/");

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
        assertThatExceptionOfType(CannotRunException.class)
                .isThrownBy(() -> new Capacity(limit, open, 1_000).require(AWAY, sockets, perSocket))
                .withMessage(words);
    }

    @Test
    void whatWouldDoDoes() {
        assertThatCode(() -> new Capacity(192, 53 + 32, 1_000).require(AWAY, 13, 1))
                .doesNotThrowAnyException();
    }

    /** One address has so many ports; on loopback there are sixteen addresses. */
    @Test
    void portsRunOutSoonerTowardsAnotherMachine() {
        Capacity capacity = new Capacity(Long.MAX_VALUE, 0, 100);

        assertThatCode(() -> capacity.require(AWAY, 100, 1)).doesNotThrowAnyException();
        assertThatExceptionOfType(CannotRunException.class)
                .isThrownBy(() -> capacity.require(AWAY, 101, 1))
                .withMessageContaining("101 connections need as many local ports, but there are 100; ");
        assertThatCode(() -> capacity.require(HERE, 1_600, 1)).doesNotThrowAnyException();
        assertThatExceptionOfType(CannotRunException.class)
                .isThrownBy(() -> capacity.require(HERE, 1_601, 1))
                .withMessageContaining("but there are 1600; ");
    }

    @ParameterizedTest
    @CsvSource({"14000, 0", "14001, 2", "28000, 3", "1000000, 16"})
    void comesFromSeveralLoopbackAddressesWhereOneRunsShort(int sockets, int addresses) {
        assertThat(Capacity.sources(HERE, sockets)).hasSize(addresses).allMatch(InetAddress::isLoopbackAddress);
        assertThat(Capacity.sources(Target.parse("ws://localhost:1/"), sockets)).hasSize(addresses);
        assertThat(Capacity.sources(AWAY, sockets)).isEmpty();
    }

    @Test
    void thisProcessCanHaveSome() {
        assertThatCode(() -> Capacity.ofThisProcess().require(HERE, 1, 1)).doesNotThrowAnyException();
    }
}

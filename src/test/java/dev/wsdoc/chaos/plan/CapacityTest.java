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
    @CsvSource({
        "437, 1, '437 connections need 1001 descriptors, but the limit is 1000; raise it with ''ulimit -n 1001'', or ask for at most 436'",
        "219, 2, '219 connections need 1002 descriptors (both ends are in this process), but the limit is 1000; raise it with ''ulimit -n 1002'', or ask for at most 218'"
    })
    void saysHowManyDescriptorsAreMissing(int sockets, int perSocket, String complaint) {
        Capacity capacity = new Capacity(1_000, 500, 28_000);

        assertThatExceptionOfType(CannotRunException.class)
                .isThrownBy(() -> capacity.require(HERE, sockets, perSocket))
                .withMessage(complaint);
        assertThatCode(() -> capacity.require(HERE, sockets - 1, perSocket)).doesNotThrowAnyException();
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

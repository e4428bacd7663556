package dev.wsdoc.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
    private static List<String> parsed(String text) {
        return AddressRange.parse("--source", text).stream()
                .map(InetAddress::getHostAddress)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, 127.0.0.2",
        "::1, 0:0:0:0:0:0:0:1",
        "[::1], 0:0:0:0:0:0:0:1",
        "127.0.0.5-127.0.0.5, 127.0.0.5"
    })
    void readsASingleAddress(String text, String address) {
        assertThat(parsed(text)).containsExactly(address);
    }

    @Test
    void countsAcrossTheLastByte() {
        assertThat(parsed("10.0.0.254-10.0.1.1")).containsExactly("10.0.0.254", "10.0.0.255", "10.0.1.0", "10.0.1.1");
        assertThat(parsed("127.0.0.0-127.0.0.255")).hasSize(256);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0-127.0.1.0, '--source 127.0.0.0-127.0.1.0 has 257 addresses, it must be 1 to 256'",
        "127.0.0.9-127.0.0.8, '--source 127.0.0.9-127.0.0.8 has 0 addresses, it must be 1 to 256'",
        "::1-127.0.0.1, '--source ::1-127.0.0.1: a range is of IPv4 addresses'",
        "127.0.0.1-::1, '--source 127.0.0.1-::1: a range is of IPv4 addresses'",
        "localhost, '--source: ''localhost'' is not an IP address'",
        "[127.0.0.1, '--source: ''[127.0.0.1'' is not an IP address'",
        "256.0.0.1, '--source: ''256.0.0.1'' is not an IP address'",
        "'', '--source: '''' is not an IP address'"
    })
    void refusesWhatIsNone(String text, String complaint) {
        assertThatIllegalArgumentException().isThrownBy(() -> parsed(text)).withMessage(complaint);
    }
}

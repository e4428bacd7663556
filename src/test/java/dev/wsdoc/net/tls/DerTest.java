package dev.wsdoc.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerTest {
    private static final String RSA_HEAD = "020100300d06092a864886f70d0101010500";

    /** Lengths are written in as few bytes as they need: ITU-T X.690 section 10.1. */
    @ParameterizedTest
    @CsvSource({
        "100, 3078, 0464",
        "127, 308193, 047f",
        "128, 308195, 048180",
        "255, 30820114, 0481ff",
        "256, 30820116, 04820100",
        "65535, 3083010015, 0482ffff",
        "65536, 3083010017, 0483010000"
    })
    void wrapsAnRsaKeyOfAnyLength(int length, String sequence, String octets) {
        byte[] key = Der.pkcs8OfRsa(new byte[length]);

        String head = sequence + RSA_HEAD + octets;
        assertThat(HexFormat.of().formatHex(key)).isEqualTo(head + "00".repeat(length));
    }
}

package dev.wsdoc.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a log is watched on, by how late the server was. */
class LatenessTest {
    @ParameterizedTest(name = "complaints after {0} ms, behind: {1}, pings every {2} ms: {3} ms")
    @CsvSource({
        "0, false, , 3000", // nothing is known
        "900, false, , 3000",
        "4000, false, , 6000",
        "10000, false, 5000, 12000",
        "0, false, 6000, 8000",
        "0, true, , 12000",
        "14000, true, , 16000",
        "60000, false, , 30000",
        "0, false, 45000, 30000",
    })
    void watchesAsLongAsItWasLate(long complaints, boolean isBehind, @Nullable Long pings, long expected) {
        assertThat(Lateness.watch(Duration.ofMillis(complaints), isBehind, pings))
                .isEqualTo(Duration.ofMillis(expected));
    }
}

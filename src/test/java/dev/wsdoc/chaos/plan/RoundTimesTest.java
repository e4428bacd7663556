package dev.wsdoc.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTimesTest {
    /** Each round: its limit, 1 s to look around, 3 s for the log to fall quiet. Besides a second wave: the longest limit. */
    @ParameterizedTest
    @CsvSource({
        "abrupt, , 14",
        "abrupt|drop, , 23",
        "freeze, , 94",
        "freeze, 10, 24",
        "abrupt|freeze, 10, 33",
    })
    void addUpWhatEachRoundMayTake(String faults, Integer pingWait, long seconds) {
        List<Fault> all = Stream.of(faults.split("[|]", -1)).map(Fault::named).toList();
        Duration known = pingWait == null ? null : Duration.ofSeconds(pingWait);

        assertThat(RoundTimes.most(all, Duration.ofSeconds(5), known)).isEqualTo(Duration.ofSeconds(seconds));
    }
}

package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsdoc.model.Target;
import dev.wsdoc.wire.WireLimits;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the swarm's records refuse, and say of themselves. */
class SwarmOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, PT1S, loops 0 is not between 1 and 64",
        "65, 1, PT1S, loops 65 is not between 1 and 64",
        "1, 0, PT1S, window 0 is not between 1 and 4096",
        "1, 4097, PT1S, window 4097 is not between 1 and 4096",
        "1, 1, PT0S, connect timeout PT0S is not positive",
        "1, 1, PT-1S, connect timeout PT-1S is not positive",
    })
    void namesTheOptionThatIsOutOfItsRange(int loops, int window, Duration timeout, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SwarmOptions(loops, window, timeout, 1, WireLimits.DEFAULT, ClientProfile.PLAIN))
                .withMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "64, 4096"})
    void takesItsLimits(int loops, int window) {
        Duration shortest = Duration.ofNanos(1);

        assertThat(new SwarmOptions(loops, window, shortest, 1, WireLimits.DEFAULT, ClientProfile.PLAIN).window())
                .isEqualTo(window);
    }

    @Test
    void aCohortHasMembers() {
        Target target = Target.parse("ws://127.0.0.1:1/");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cohort.of("abrupt", 0, target, MemberListener.NONE))
                .withMessage("cohort abrupt has size 0, it needs at least 1");
    }

    @Test
    void aBufferIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectMode(true, -1))
                .withMessage("receive buffer -1 is negative");
    }

    @Test
    void aFailureIsNamedByWhatIsKnownOfIt() {
        assertThat(OpenFailure.of(new ClosedChannelException()).text()).isEqualTo("ClosedChannelException");
        assertThat(OpenFailure.of(new IOException("no route")).text()).isEqualTo("no route");
    }
}

package dev.wsdoc.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.plan.ChaosPlan.Echo;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who connects where, by the URL that was given. */
class TargetPathsTest {
    private static Target target(String path) {
        return Target.parse("ws://localhost:8000" + path);
    }

    /** The reference server without a path of its own, or with a session. */
    @ParameterizedTest
    @CsvSource({"'', /ws/customer/chaos-7", "/, /ws/customer/chaos-7", "/ws/customer/s1, /ws/customer/s1"})
    void everybodyHasASessionBesideTheOneThatIsNamed(String path, String session) {
        TargetPaths paths = TargetPaths.reference(target(path), 7);

        assertThat(paths.victims().apply(Fault.named("abrupt"))).isEqualTo(session + "-abrupt");
        assertThat(paths.bystanders().apply(3)).isEqualTo(session + "-bystander-3");
        assertThat(paths.fresh()).isEqualTo(session + "-fresh");
        assertThat(paths.provoker()).isEqualTo("/ws/admin");
        assertThat(paths.echo()).isEqualTo(Echo.EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({"/ws/echo, EXPECTED", "/ws/admin, UNKNOWN", "/ws/customer/s1?x=1, UNKNOWN"})
    void everyOtherPathOfTheReferenceServerIsTakenAsItIs(String path, Echo echo) {
        TargetPaths paths = TargetPaths.reference(target(path), 7);

        assertThat(paths.victims().apply(Fault.named("drop"))).isEqualTo(path);
        assertThat(paths.bystanders().apply(0)).isEqualTo(path);
        assertThat(paths.fresh()).isEqualTo(path);
        assertThat(paths.provoker()).isNull();
        assertThat(paths.echo()).isEqualTo(echo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ws/customer/s1", "/chat?room=a"})
    void aForeignServersPathIsEverybodys(String path) {
        TargetPaths paths = TargetPaths.foreign(target(path), Echo.UNKNOWN);

        assertThat(paths.bystanders().apply(1)).isEqualTo(path).isEqualTo(paths.fresh());
        assertThat(paths.provoker()).isNull();
    }
}

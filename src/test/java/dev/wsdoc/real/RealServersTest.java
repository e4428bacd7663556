package dev.wsdoc.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdicts on servers that people use, each started by {@code --exec}: the naive state is found out, the mended is not. */
@Integration
@Timeout(180)
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class RealServersTest {
    private static final String ENOUGH = "--abrupt 8 --half-close 3 --detect-within 2s";
    private static final String ALL_SORTS = "--abrupt 5 --drop 5 --half-close 3 --polite 3";
    private static final String FROZEN = " --freeze 2 --ping-wait 4s";
    private static final String FROZEN_IN_VAIN = " --freeze 2 --ping-wait 1s";

    /** What a list that is never swept and retried blindly shows on every stack. */
    private static final List<String> NAIVE =
            List.of("count.total-restored", "log.no-unexpected-errors", "log.expected-stays-quiet", "log.falls-quiet");

    @ParameterizedTest
    @CsvSource({
        "FASTAPI, true",
        "NODE_WS, false",
        "PYTHON_WEBSOCKETS, false",
        "SPRING_BOOT, false",
        "NGINX, false",
        "HAPROXY, false"
    })
    void findsTheNaiveServerOut(RealServer server, boolean pingsByItself) throws Exception {
        Examined naive = Examined.of(server, "before", pingsByItself ? ENOUGH : ENOUGH + FROZEN_IN_VAIN);

        List<String> expected = new ArrayList<>(NAIVE);
        if (!pingsByItself) {
            expected.add("client.closed-by-server");
        }
        assertThat(naive.run().err()).isEmpty();
        assertThat(naive.checks("fail"))
                .as(naive.run().out())
                .containsAll(expected); // what the living suffer under all the retries depends on the machine
        assertThat(naive.run().exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingInTheMendedServer(RealServer server) throws Exception {
        Examined mended = Examined.of(server, "after", ALL_SORTS + FROZEN);

        assertThat(mended.run().err()).isEmpty();
        assertThat(mended.checks("fail")).as(mended.run().out()).isEmpty();
        assertThat(mended.checks("warn")).as(mended.run().out()).isEmpty();
        assertThat(mended.checks("pass"))
                .contains(
                        "client.closed-by-server",
                        "log.no-unexpected-errors",
                        "log.expected-stays-quiet",
                        "bystanders.alive",
                        "server.accepts-after",
                        "process.fds-restored");
        assertThat(mended.run().exitCode()).isZero();
    }

    @Test
    void readsTheTerminationStatesOfHaproxy(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("haproxy.log");
        Examined.of(
                RealServer.HAPROXY, "after", "--abrupt 3 --fault cut-handshake=2 --polite 2", "%s | tee '" + log + "'");

        CommandLineRun explained = CommandLineRun.of("logs", "--explain", log.toString());

        assertThat(explained.out())
                .containsSubsequence(" CD-- ", "rule access.haproxy-aborted")
                .containsSubsequence(" CR-- ", "rule access.haproxy-handshake")
                .containsSubsequence(" ---- ", "rule access.haproxy-ended");
        assertThat(explained.err()).isEmpty();
    }

    @Test
    void findsOnlyTheClientsResetsInTheLogOfNginxAtInfo() throws Exception {
        Examined nginx = Examined.of(RealServer.NGINX, "after", "--abrupt 3 --drop 3", "ERROR_LEVEL=info %s");

        assertThat(nginx.checks("fail")).as(nginx.run().out()).isEmpty();
        assertThat(nginx.checks("warn")).as(nginx.run().out()).containsExactly("log.expected-stays-quiet");
        assertThat(nginx.run().exitCode()).isZero();
        assertThat(nginx.report().at("/log/by_category/RESET/INFO").asInt())
                .as(nginx.run().out())
                .isEqualTo(3);
    }
}

package dev.wsdoc.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.model.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
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

    private static CommandLineRun examine(RealServer server, String state, String chaos) {
        return examine(server, state, chaos, "%s");
    }

    /** @param shell what the shell is given, %s for the server's command */
    private static CommandLineRun examine(RealServer server, String state, String chaos, String shell) {
        server.require();
        int port = Ports.freeThree();
        List<String> args = new ArrayList<>(
                List.of("chaos", server.url(port), "--exec", String.format(shell, server.command(state, port))));
        args.addAll(server.options());
        args.addAll(List.of(chaos.split(" ")));
        args.addAll(List.of("--bystanders", "2", "--provoke", "wake up {n}", "--json"));
        if (server.hasStatus()) {
            args.addAll(List.of("--status-url", server.statusUrl(port), "--count", "/connections/total"));
        }
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private static List<String> checks(CommandLineRun run, String outcome) throws Exception {
        JsonNode findings = Json.mapper().readTree(run.out()).at("/findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .filter(finding -> finding.at("/outcome").asText().equals(outcome))
                .map(finding -> finding.at("/check").asText())
                .toList();
    }

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
        CommandLineRun run = examine(server, "before", pingsByItself ? ENOUGH : ENOUGH + FROZEN_IN_VAIN);

        List<String> expected = new ArrayList<>(NAIVE);
        if (!pingsByItself) {
            expected.add("client.closed-by-server");
        }
        assertThat(run.err()).isEmpty();
        assertThat(checks(run, "fail")).as(run.out()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingInTheMendedServer(RealServer server) throws Exception {
        CommandLineRun run = examine(server, "after", ALL_SORTS + FROZEN);

        assertThat(run.err()).isEmpty();
        assertThat(checks(run, "fail")).as(run.out()).isEmpty();
        assertThat(checks(run, "warn")).as(run.out()).isEmpty();
        assertThat(checks(run, "pass"))
                .contains(
                        "client.closed-by-server",
                        "log.no-unexpected-errors",
                        "log.expected-stays-quiet",
                        "bystanders.alive",
                        "server.accepts-after",
                        "process.fds-restored");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void readsTheTerminationStatesOfHaproxy(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("haproxy.log");
        examine(RealServer.HAPROXY, "after", "--abrupt 3 --fault cut-handshake=2 --polite 2", "%s | tee '" + log + "'");

        CommandLineRun explained = CommandLineRun.of("logs", "--explain", log.toString());

        assertThat(explained.out())
                .containsSubsequence(" CD-- ", "rule access.haproxy-aborted")
                .containsSubsequence(" CR-- ", "rule access.haproxy-handshake")
                .containsSubsequence(" ---- ", "rule access.haproxy-ended");
        assertThat(explained.err()).isEmpty();
    }

    @Test
    void findsOnlyTheClientsResetsInTheLogOfNginxAtInfo() throws Exception {
        CommandLineRun run = examine(RealServer.NGINX, "after", "--abrupt 3 --drop 3", "ERROR_LEVEL=info %s");

        assertThat(checks(run, "fail")).as(run.out()).isEmpty();
        assertThat(checks(run, "warn")).as(run.out()).containsExactly("log.expected-stays-quiet");
        assertThat(run.exitCode()).isZero();
        JsonNode categories = Json.mapper().readTree(run.out()).at("/log/by_category");
        assertThat(categories.at("/RESET/INFO").asInt()).as(run.out()).isEqualTo(3);
    }
}

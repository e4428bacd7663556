package dev.wsdoc.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers with one mistake or another, on stacks that have little in common: each is named by the check that is meant for it. */
@Integration
@Timeout(180)
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class NaiveMistakesTest {
    private static final String ALL_SORTS = "--abrupt 3 --polite 2 --detect-within 2s --watch-after 1s --no-anamnesis";
    private static final String FROZEN = ALL_SORTS + " --freeze 2 --ping-wait 1s";

    private static List<String> failed(Examined server) throws Exception {
        assertThat(server.run().err()).isEmpty();
        assertThat(server.run().exitCode()).as(server.run().out()).isEqualTo(3);
        return server.checks("fail");
    }

    @Test
    void namesAListThatOnlyGrowsThoughNoLogTellsOfIt() throws Exception {
        List<String> failed = failed(Examined.of(RealServer.VERTX, "before", FROZEN));

        assertThat(failed).contains("count.total-restored", "client.closed-by-server");
        assertThat(failed).noneMatch(check -> check.startsWith("log."));
    }

    @Test
    void namesTheWarningsOfAPipelineThatCatchesNothingThoughItsListIsRight() throws Exception {
        List<String> failed = failed(Examined.of(RealServer.NETTY, "before", FROZEN));

        assertThat(failed).containsExactlyInAnyOrder("log.expected-stays-quiet", "client.closed-by-server");
    }

    @Test
    void namesABroadcastThatTakesItsSenderWithIt() throws Exception {
        List<String> failed = failed(Examined.of(RealServer.AIOHTTP, "before", ALL_SORTS));

        assertThat(failed).contains("bystanders.alive", "count.total-restored");
    }

    @Test
    void namesAnErrorForEachEndAndEachSendInALogOfGo() throws Exception {
        List<String> failed = failed(Examined.of(RealServer.GORILLA, "before", ALL_SORTS));

        assertThat(failed).contains("count.total-restored", "log.expected-stays-quiet", "log.falls-quiet");
    }

    @Test
    void namesAnErrorForEachEndInALogWhoseLevelsAreNumbers() throws Exception {
        List<String> failed = failed(Examined.of(RealServer.FASTIFY, "before", FROZEN));

        assertThat(failed).contains("count.total-restored", "log.expected-stays-quiet", "client.closed-by-server");
    }
}

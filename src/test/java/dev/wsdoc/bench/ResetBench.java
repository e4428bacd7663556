package dev.wsdoc.bench;

import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How long the server takes from the first of many resets until its status page says that all of them are stale. */
final class ResetBench {
    private static final long DEADLINE_SECONDS = 60;
    private static final long POLL_MS = 5;

    private ResetBench() {}

    /** {@code PORT COUNT}: opens COUNT connections to wsdoc's server on 127.0.0.1 and resets them all. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        Target target = Target.parse("ws://127.0.0.1:" + args[0] + "/ws/echo");
        DebugEndpoint server = new DebugEndpoint(target, null);
        try (Swarm swarm = Swarm.start(SwarmOptions.withSeed(1))) {
            Opening opening = swarm.open(Cohort.of("bench", count, target, MemberListener.NONE))
                    .get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            SwarmBench.require(opening, count);
            int staleBefore = stale(server);
            long start = System.nanoTime();
            CompletableFuture<Void> resets = swarm.each(opening.open(), Member::reset);
            resets.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            double sent = secondsSince(start);
            awaitStale(server, staleBefore + count, start);
            System.out.printf("marked=%.3f sent=%.3f%n", secondsSince(start), sent);
        }
    }

    private static void awaitStale(DebugEndpoint server, int expected, long start) throws InterruptedException {
        for (int stale = stale(server); stale < expected; stale = stale(server)) {
            if (secondsSince(start) > DEADLINE_SECONDS) {
                throw new IllegalStateException("only " + stale + " of " + expected + " marked as stale");
            }
            Thread.sleep(POLL_MS);
        }
    }

    private static int stale(DebugEndpoint server) {
        Answer<ServerStats> answer = server.status(0, 0);
        if (answer instanceof Answer.Given<ServerStats> given) {
            return given.value().staleConnections();
        }
        throw new IllegalStateException("no status page: " + answer);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

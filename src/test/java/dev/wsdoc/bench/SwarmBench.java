package dev.wsdoc.bench;

import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The swarm as a fresh JVM has it: how fast it opens, and what the open connections cost. The clock starts, as the limit
 * client's does, when everything is set up and the first connect is due.
 */
final class SwarmBench {
    private static final long DEADLINE_SECONDS = 120;

    private SwarmBench() {}

    /** {@code PORT COUNT [SOURCES]}: connects to 127.0.0.1 from as many of 127.0.0.2, 127.0.0.3 and so on. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        SwarmOptions options = SwarmOptions.withSeed(1).withSources(sources(args.length > 2 ? args[2] : "0"));
        Cohort cohort = Cohort.of("bench", count, Target.parse("ws://127.0.0.1:" + args[0]), MemberListener.NONE);
        long before = ResidentSet.kilobytes();
        try (Swarm swarm = Swarm.start(options)) {
            long start = System.nanoTime();
            Opening opening = swarm.open(cohort).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            double grown = ResidentSet.kilobytes() - before;
            require(opening, count);
            System.out.printf("rate=%.0f kb_per_connection=%.2f%n", count / seconds, grown / count);
            swarm.each(opening.open(), Member::reset).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static List<InetAddress> sources(String number) throws Exception {
        List<InetAddress> sources = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(number); i++) {
            sources.add(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + i)}));
        }
        return sources;
    }

    static void require(Opening opening, int count) {
        if (opening.open().size() != count) {
            throw new IllegalStateException("only " + opening.open().size() + " of " + count + " opened: "
                    + opening.failures().get(0).text());
        }
    }
}

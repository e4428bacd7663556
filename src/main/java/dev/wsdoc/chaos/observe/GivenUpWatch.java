package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.chaos.victim.Victim;
import dev.wsdoc.evidence.OwnSockets;
import dev.wsdoc.evidence.OwnSockets.FarEnd;
import dev.wsdoc.swarm.SocketPair;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees when the server gives up victims that read nothing, by what the kernel knows of their sockets: every 100 ms, on a thread
 * of its own, while there are any. Elsewhere than on Linux it sees nothing.
 */
final class GivenUpWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GivenUpWatch.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ExperimentClock clock;
    private final ProbeThread thread = new ProbeThread("wsdoc-sockets");
    private final Map<SocketPair, Victim> watched = new ConcurrentHashMap<>();
    private final Map<SocketPair, Long> missedSince = new HashMap<>(); // the thread's

    GivenUpWatch(ExperimentClock clock) {
        this.clock = clock;
        if (OwnSockets.canBeSeen()) {
            thread.lookEvery(LOOK, this::look);
        }
    }

    void watch(SocketPair pair, Victim victim) {
        watched.put(pair, victim);
    }

    /** Nobody is watched any more: from now on wsdoc itself may end them. */
    void forgetAll() {
        watched.clear();
    }

    private void look() {
        if (watched.isEmpty()) {
            missedSince.clear();
            return;
        }
        long now = clock.nanos();
        try {
            Map<SocketPair, FarEnd> found = OwnSockets.look(watched.keySet());
            watched.forEach((pair, victim) -> judge(pair, victim, found, now));
        } catch (IOException e) {
            LOG.debug("The kernel's tables of sockets cannot be read", e);
        }
    }

    /** One that is missing has to be missing twice: the tables are not read in one piece. */
    private void judge(SocketPair pair, Victim victim, Map<SocketPair, FarEnd> found, long now) {
        if (found.get(pair) == FarEnd.ENDED) {
            victim.givenUp(now);
        } else if (found.get(pair) == FarEnd.HOLDS) {
            missedSince.remove(pair);
        } else if (missedSince.containsKey(pair)) {
            victim.givenUp(missedSince.getOrDefault(pair, now));
        } else {
            missedSince.put(pair, now);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}

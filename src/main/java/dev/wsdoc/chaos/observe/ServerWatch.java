package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.ServerStats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The debug endpoints during the experiment: counts when asked, and the ends journal as it grows. */
public final class ServerWatch {
    private static final int ENDS_PER_PAGE = 10_000;

    private final DebugEndpoint endpoint;
    private final List<ServerStats> samples = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private boolean present;
    private long lastEnd;

    public ServerWatch(DebugEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Asks for the first time; from then on it is known whether there is anything to watch. */
    public Answer<ServerStats> discover() {
        Answer<ServerStats> answer = endpoint.status(0, 1);
        if (answer instanceof Answer.Given<ServerStats> given) {
            present = true;
            lastEnd = given.value().lastEnd();
            samples.add(given.value());
        }
        return answer;
    }

    public boolean isPresent() {
        return present;
    }

    /** The counts now; null when the server does not say. */
    @Nullable
    public ServerStats stats() {
        if (!present) {
            return null;
        }
        Answer<ServerStats> answer = endpoint.status(0, 1);
        if (answer instanceof Answer.Given<ServerStats> given) {
            samples.add(given.value());
            return given.value();
        }
        if (answer instanceof Answer.Missing<ServerStats> missing) {
            troubles.add(missing.reason());
        }
        return null;
    }

    /** Enters what ended since the last call. */
    public void readEnds(VictimRegistry ledger, ExperimentClock pace) {
        boolean more = present;
        while (more) {
            Answer<EndsPage> answer = endpoint.ends(lastEnd, ENDS_PER_PAGE);
            more = false;
            if (answer instanceof Answer.Given<EndsPage> given) {
                ledger.enter(given.value().ends(), pace.nanos());
                more = given.value().ends().size() == ENDS_PER_PAGE;
                lastEnd = given.value().last();
            } else if (answer instanceof Answer.Missing<EndsPage> missing) {
                troubles.add(missing.reason());
            }
        }
    }

    public Answer<CleanupAnswer> cleanup() {
        return endpoint.cleanup();
    }

    /** Every answer so far: each must balance. */
    public List<ServerStats> samples() {
        return List.copyOf(samples);
    }

    /** What went wrong when asking, in the order it did. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }
}

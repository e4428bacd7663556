package dev.wsdoc.chaos.judge;

import static dev.wsdoc.verdict.Check.Subject.HOUSEKEEPING;
import static dev.wsdoc.verdict.Check.Subject.SERVICE;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.verdict.Check;
import java.util.List;

/** The questions that the chaos experiment asks. Their names are stable. */
public final class Checks {
    public static final Check STEADY_BEFORE =
            new Check("server.steady-before", "Did the server work before anything was done to it?", SERVICE);
    public static final Check KEEPS_INNOCENT =
            new Check("server.keeps-innocent", "Does the server keep clients that do nothing wrong?", SERVICE);
    static final Check PONGS_UNCHANGED =
            new Check("bystanders.pongs-unchanged", "Do pongs carry what their pings did?", SERVICE);
    public static final Check OPENED_AGREES =
            new Check("count.opened-agrees", "Does the server count the connections that were opened?", HOUSEKEEPING);
    public static final Check DETECT_IN_TIME =
            new Check("detect.in-time", "Did the server notice every death in time?", HOUSEKEEPING);
    public static final Check CLOSED_BY_SERVER = new Check(
            "client.closed-by-server", "Did the server end its side of half-closed and frozen ones?", HOUSEKEEPING);
    public static final Check STALE_MATCHES =
            new Check("count.stale-matches", "Is every victim accounted for, and nobody else?", HOUSEKEEPING);
    public static final Check CLEANUP_ANSWERS =
            new Check("cleanup.answers", "Does the cleanup endpoint answer, and clean what was stale?", HOUSEKEEPING);
    public static final Check TOTAL_RESTORED =
            new Check("count.total-restored", "Did the count come back to where it was?", HOUSEKEEPING);
    public static final Check REMOVALS_BALANCE =
            new Check("count.removals-balance", "Is opened = live + stale + removed, always?", HOUSEKEEPING);
    public static final Check NO_BLIND_RETRIES =
            new Check("send.no-blind-retries", "Were sends to the dead left alone?", HOUSEKEEPING);
    public static final Check NO_UNEXPECTED_ERRORS =
            new Check("log.no-unexpected-errors", "Is the log free of unexpected errors?", HOUSEKEEPING);
    public static final Check EXPECTED_STAYS_QUIET =
            new Check("log.expected-stays-quiet", "Are expected disconnects logged quietly?", HOUSEKEEPING);
    public static final Check PROPORTIONATE =
            new Check("log.proportionate", "Does the log grow in proportion to what happened?", HOUSEKEEPING);
    public static final Check FALLS_QUIET =
            new Check("log.falls-quiet", "Does the log fall quiet once the dead are gone?", HOUSEKEEPING);
    public static final Check BYSTANDERS_ALIVE =
            new Check("bystanders.alive", "Are the healthy connections still open and answering?", SERVICE);
    public static final Check BYSTANDERS_SERVED =
            new Check("bystanders.served", "Were the healthy connections answered without a long wait?", SERVICE);
    public static final Check BYSTANDERS_NO_LOSS =
            new Check("bystanders.no-loss", "Did the healthy connections get every message?", SERVICE);
    public static final Check PROCESS_ALIVE =
            new Check("process.alive", "Does the server's process still live?", HOUSEKEEPING);
    public static final Check FDS_RESTORED =
            new Check("process.fds-restored", "Did the open descriptors come back to where they were?", HOUSEKEEPING);
    public static final Check NO_CLOSE_WAIT =
            new Check("process.no-close-wait", "Is no socket left in CLOSE_WAIT?", HOUSEKEEPING);
    public static final Check MEMORY_RESTORED =
            new Check("process.memory-restored", "Does memory not grow in step with the victims?", HOUSEKEEPING);
    public static final Check THREADS_RESTORED =
            new Check("process.threads-restored", "Did the threads come back to where they were?", HOUSEKEEPING);
    public static final Check ACCEPTS_AFTER =
            new Check("server.accepts-after", "Does the server accept a fresh connection afterwards?", SERVICE);

    /** Those that look at the server's process: made only when that is a process of its own. */
    public static final List<Check> OF_THE_PROCESS =
            List.of(PROCESS_ALIVE, FDS_RESTORED, NO_CLOSE_WAIT, MEMORY_RESTORED, THREADS_RESTORED);

    private Checks() {}

    /** The one that a fault with an expectation brings along. */
    public static Check ofFault(Fault fault) {
        return new Check(
                "fault." + fault.name(), "Does the server do right by '" + fault.name() + "' clients?", HOUSEKEEPING);
    }

    /** All of them that are made on any server, in the order of the experiment. */
    public static List<Check> all() {
        return List.of(
                STEADY_BEFORE,
                KEEPS_INNOCENT,
                OPENED_AGREES,
                DETECT_IN_TIME,
                CLOSED_BY_SERVER,
                STALE_MATCHES,
                CLEANUP_ANSWERS,
                TOTAL_RESTORED,
                REMOVALS_BALANCE,
                NO_BLIND_RETRIES,
                NO_UNEXPECTED_ERRORS,
                EXPECTED_STAYS_QUIET,
                PROPORTIONATE,
                FALLS_QUIET,
                BYSTANDERS_ALIVE,
                BYSTANDERS_SERVED,
                BYSTANDERS_NO_LOSS,
                ACCEPTS_AFTER);
    }
}

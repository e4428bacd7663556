package dev.wsdoc.server;

import dev.wsdoc.server.defect.BadBytesPassedOn;
import dev.wsdoc.server.defect.Before;
import dev.wsdoc.server.defect.BlindRetry;
import dev.wsdoc.server.defect.BlocksEverybody;
import dev.wsdoc.server.defect.CleanupError;
import dev.wsdoc.server.defect.DeafToEof;
import dev.wsdoc.server.defect.DropsBystanders;
import dev.wsdoc.server.defect.EndsIdle;
import dev.wsdoc.server.defect.EndsTalkative;
import dev.wsdoc.server.defect.FloodWithoutLevel;
import dev.wsdoc.server.defect.ForgetsToForget;
import dev.wsdoc.server.defect.GrowsOnce;
import dev.wsdoc.server.defect.IgnoresClose;
import dev.wsdoc.server.defect.KeepsTalking;
import dev.wsdoc.server.defect.KillsSender;
import dev.wsdoc.server.defect.LateNoise;
import dev.wsdoc.server.defect.LeaksPerWave;
import dev.wsdoc.server.defect.LeaksThreads;
import dev.wsdoc.server.defect.LosesMessages;
import dev.wsdoc.server.defect.Miscounts;
import dev.wsdoc.server.defect.Mute;
import dev.wsdoc.server.defect.NoPing;
import dev.wsdoc.server.defect.NoSweep;
import dev.wsdoc.server.defect.NoisyLog;
import dev.wsdoc.server.defect.RefusesAfterChaos;
import dev.wsdoc.server.defect.SlowNotice;
import dev.wsdoc.server.defect.StaleBefore;
import dev.wsdoc.server.defect.StopsPushing;
import dev.wsdoc.server.defect.TearsTraces;
import dev.wsdoc.server.defect.WrapsJson;
import dev.wsdoc.server.manager.Policies;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One named disease of the server; it exists to prove that an examination finds it. Some are none, only look like one: they prove
 * that an examination is not deceived.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets and suppliers are constants
public enum Defect {
    /** Healthy. */
    NONE("healthy: no disease at all", Set.of(), Policies::new),
    BEFORE(
            "the state before any improvement: every end logged as an unexpected error, blind retries, no background"
                    + " sweep, dead connections taken for connected",
            Faults.ALL,
            Before::new),
    NOISY_LOG("ends that clients bring about are logged as errors and warnings", Faults.ALL, NoisyLog::new),
    BLIND_RETRY(
            "sends to dead connections, and tries each send again without a look at the connection",
            Faults.LEAVING_STALE,
            BlindRetry::new),
    NO_SWEEP("no pass removes a stale connection, on demand neither", Faults.LEAVING_STALE, NoSweep::new),
    FORGETS_TO_FORGET(
            "a cleanup reports the right number but removes nothing", Faults.LEAVING_STALE, ForgetsToForget::new),
    MISCOUNTS("some openings and removals are counted twice", Faults.ALL, Miscounts::new),
    DEAF_TO_EOF("a peer that ends its side is never noticed", Faults.ENDING_A_SIDE, DeafToEof::new),
    NO_PING("sends no pings, so a frozen peer is never noticed", Faults.SILENT, NoPing::new),
    DROPS_BYSTANDERS("each tenth abnormal end closes a healthy connection too", Faults.ALL, DropsBystanders::new),
    SLOW_NOTICE("abnormal ends are noticed 8 s late", Faults.ALL, SlowNotice::new),
    CLEANUP_ERROR("the cleanup endpoint answers HTTP 500", Faults.ALL, CleanupError::new),
    REFUSES_AFTER_CHAOS(
            "after the first abnormal end, new connections get HTTP 503", Faults.ALL, RefusesAfterChaos::new),
    LOSES_MESSAGES(
            "after the first abnormal end, every fifth message to a healthy connection is lost",
            Faults.ALL,
            LosesMessages::new),
    MUTE("accepts connections but answers no message and no ping", Faults.ALL, Mute::new),
    KEEPS_TALKING(
            "each broadcast still logs a broken pipe for connections that were removed long ago",
            Faults.ALL,
            KeepsTalking::new),
    FLOOD_WITHOUT_LEVEL(
            "each abnormal end is told of in 60 lines, which have no level", Faults.ALL, FloodWithoutLevel::new),
    ENDS_IDLE("ends a client that said nothing for 1 s, although it answers pings", Faults.ALL, EndsIdle::new),
    ENDS_TALKATIVE("ends a client with 1008 after its fifth message", Faults.ALL, EndsTalkative::new),
    KILLS_SENDER(
            "ends with 1011 whoever sends a message that meets a dead connection",
            Faults.LEAVING_STALE,
            KillsSender::new),
    BLOCKS_EVERYBODY("serves nobody for 3 s after the first abnormal end", Faults.ALL, BlocksEverybody::new),
    BAD_BYTES_PASSED_ON("does not ask whether a text is UTF-8, and sends it on", Faults.NO_UTF8, BadBytesPassedOn::new),
    IGNORES_CLOSE("answers no close frame, and keeps the connection", Faults.GOODBYES, IgnoresClose::new),
    LATE_NOISE("warns of each abnormal end when 2.5 s have gone by", Faults.ALL, LateNoise::new),
    TEARS_TRACES("healthy: a stack trace at DEBUG is written in two pieces, 1.5 s apart", Set.of(), TearsTraces::new),
    LEAKS_PER_WAVE(
            "keeps a descriptor for each abnormal end, which only its process shows (wsdoc chaos URL --exec or --pid)",
            Faults.ALL,
            LeaksPerWave::new),
    LEAKS_THREADS(
            "keeps a thread for each abnormal end, which only its process shows, and which is no more than a warning",
            Faults.ALL,
            LeaksThreads::new),
    STOPS_PUSHING(
            "sends a tick to everybody five times a second, until the first abnormal end",
            Faults.ALL,
            StopsPushing::new),
    WRAPS_JSON("healthy: what clients hear is in a JSON object of the server's own", Set.of(), WrapsJson::new),
    GROWS_ONCE(
            "healthy: a pool of descriptors and memory grows at the first abnormal end, and stays",
            Set.of(),
            GrowsOnce::new),
    STALE_BEFORE(
            "healthy: 5 clients had died before, and are listed as stale until a sweep", Set.of(), StaleBefore::new);

    private static final class Faults {
        static final Set<String> ALL = Set.of("abrupt", "drop", "half-close", "freeze");
        static final Set<String> LEAVING_STALE = Set.of("abrupt", "drop", "half-close");
        static final Set<String> ENDING_A_SIDE = Set.of("drop", "half-close");
        static final Set<String> SILENT = Set.of("freeze");
        static final Set<String> NO_UTF8 = Set.of("bad-utf8");
        static final Set<String> GOODBYES = Set.of("polite", "going-away");
    }

    private final String explanation;
    private final Set<String> shownBy;
    private final Supplier<Policies> policies;

    Defect(String explanation, Set<String> shownBy, Supplier<Policies> policies) {
        this.explanation = explanation;
        this.shownBy = shownBy;
        this.policies = policies;
    }

    /** The name on the command line, such as {@code no-sweep}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong with such a server, in one line. */
    public String explanation() {
        return explanation;
    }

    /** Whether it is no disease at all. */
    public boolean isHealthy() {
        return shownBy.isEmpty();
    }

    /** The faults that bring it to light, any one of them, such as abrupt; none of a healthy one. */
    public Set<String> shownBy() {
        return shownBy;
    }

    /** Every one that is a disease. */
    public static List<Defect> diseases() {
        return Arrays.stream(values()).filter(defect -> !defect.isHealthy()).toList();
    }

    /** All but {@link #NONE}. */
    public static List<Defect> named() {
        return Arrays.stream(values()).filter(defect -> defect != NONE).toList();
    }

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException with the known names, when it is none of them
     */
    public static Defect parse(String text) {
        return Arrays.stream(values())
                .filter(defect -> defect.label().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--defect '" + text + "' is not known; known are "
                        + Arrays.stream(values()).map(Defect::label).collect(Collectors.joining(", "))));
    }

    /** The policies of one server with this disease. */
    Policies policies() {
        return policies.get();
    }
}

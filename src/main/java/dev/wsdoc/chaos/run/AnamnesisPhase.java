package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.anamnesis.Anamnesis.Echo;
import dev.wsdoc.chaos.anamnesis.Anamnesis.Pong;
import dev.wsdoc.chaos.anamnesis.Ear;
import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets to know the server with two connections: one listens, one pings and speaks, in one way after the other, until something comes back
 * or the server ends it for what it said. A few seconds at the most.
 */
final class AnamnesisPhase {
    private static final Duration GREETS_WITHIN = Duration.ofMillis(300);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);
    private static final Duration REACHES_ALL_WITHIN = Duration.ofMillis(300);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(1);
    private static final String PING = "wsdoc: are you there?";
    private static final int LONGEST_GREETING = 200;

    private final ExperimentContext context;
    private Ear speaker = new Ear();
    private List<Member> present = List.of();
    private final Ear other = new Ear();
    private final List<String> refusals = new ArrayList<>();
    private @Nullable String answer;
    private int said;
    private int failures;

    private AnamnesisPhase(ExperimentContext context) {
        this.context = context;
    }

    static Anamnesis run(ExperimentContext context) throws CannotRunException {
        return new AnamnesisPhase(context).run();
    }

    private Anamnesis run() throws CannotRunException {
        context.beat.at("getting to know the server", 0, 0);
        present = open(speaker);
        List<Member> two = open(other);
        if (present.isEmpty() || two.isEmpty()) {
            leave(two);
            return Anamnesis.NONE;
        }
        context.until(
                GREETS_WITHIN,
                () -> !speaker.messages().isEmpty() && !other.messages().isEmpty());
        String greeting = speaker.messages().stream()
                .findFirst()
                .map(AnamnesisPhase::beginning)
                .orElse(null);
        Pong pong = ping();
        Found found = speak();
        Long idleMs = other.end() == null ? null : (Long) other.aliveMs();
        Long pushMs = other.pushMs();
        leave(two);
        return new Anamnesis(
                greeting,
                found.echo,
                found.broadcasts,
                found.speech,
                refusals,
                failures > 1,
                pong,
                pushMs == null && found.speech == null ? answer : null,
                pushMs,
                idleMs);
    }

    private List<Member> open(MemberListener listener) throws CannotRunException {
        return new CohortOpener(context)
                .open(Cohort.of("acquaintance", 1, context.paths.target(), listener))
                .open();
    }

    private Pong ping() {
        ByteBuffer payload = ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII));
        context.await(context.swarm.each(present, one -> one.send(Opcode.PING, payload)));
        context.until(ANSWERS_WITHIN, () -> speaker.pong() != null || speaker.end() != null);
        String pong = speaker.pong();
        if (pong == null) {
            return Pong.NONE;
        }
        return pong.equals(PING) ? Pong.SAME : Pong.GARBLED;
    }

    /** What came of speaking. */
    private record Found(
            Echo echo,
            @Nullable Boolean broadcasts,
            @Nullable Speech speech) {}

    private Found speak() throws CannotRunException {
        Found found = new Found(Echo.UNTRIED, null, null);
        for (Speech common : Speech.tried(context.plan.profile().provoke())) {
            if (speaker.end() != null && !comesAgain()) {
                return found;
            }
            Speech speech = common.of("wsdoc asks " + context.plan.seed() + " " + Mark.NUMBER);
            found = say(common, speech);
            if (found.speech != null) {
                return found;
            }
        }
        return found;
    }

    /** Whoever is turned away for what it said says nothing more; but where the server failed, others may say more. */
    private boolean comesAgain() throws CannotRunException {
        SocketObservation end = speaker.end();
        if (end == null || !end.isFailureOfTheServer()) {
            return false;
        }
        speaker = new Ear();
        present = open(speaker);
        return !present.isEmpty();
    }

    private Found say(Speech common, Speech speech) {
        int number = said++;
        String words = speech.say(number);
        Mark mark = speech.mark();
        speaker.forget(); // what comes now is an answer
        other.forget();
        context.await(context.swarm.each(present, one -> one.sendText(words)));
        BooleanSupplier echoed = () -> hears(speaker, mark, number, words);
        BooleanSupplier reached = () -> hears(other, mark, number, words);
        context.until(ANSWERS_WITHIN, () -> echoed.getAsBoolean() || reached.getAsBoolean() || speaker.end() != null);
        context.until(REACHES_ALL_WITHIN, () -> isSettled(echoed, reached));
        if (answer == null && !speaker.messages().isEmpty()) {
            answer = "it answers " + common.name() + " with: "
                    + beginning(speaker.messages().get(0));
        }
        SocketObservation end = speaker.end();
        if (end != null) {
            refusals.add("it ends clients that say " + common.name() + ": " + end.words());
            failures += end.isFailureOfTheServer() ? 1 : 0;
        }
        boolean isEcho = echoed.getAsBoolean();
        boolean isBroadcast = reached.getAsBoolean();
        Echo echo = isEcho ? speaker.heardAs(words) ? Echo.VERBATIM : Echo.WRAPPED : Echo.NONE;
        return new Found(echo, isBroadcast, (isEcho || isBroadcast) && end == null ? common : null);
    }

    /** Nothing more can come of it, or what came first shows that the other is not to be waited for any longer. */
    private boolean isSettled(BooleanSupplier echoed, BooleanSupplier reached) {
        return (echoed.getAsBoolean() && reached.getAsBoolean())
                || (!echoed.getAsBoolean() && !reached.getAsBoolean() && speaker.end() == null);
    }

    private static boolean hears(Ear ear, @Nullable Mark mark, int number, String words) {
        return mark == null ? ear.messages().stream().anyMatch(text -> text.contains(words)) : ear.heard(mark, number);
    }

    private void leave(List<Member> two) {
        List<Member> both = new ArrayList<>(present);
        both.addAll(two);
        context.sayGoodbye(both, CLOSES_WITHIN);
        context.await(context.swarm.each(both, Member::drop));
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST_GREETING ? text : text.substring(0, LONGEST_GREETING) + "…";
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.observe.Milestones.Trial;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens one connection, wants one answer, says goodbye: does the server serve? */
final class ConnectionProbe implements MemberListener {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration STAYS_FOR = Duration.ofMillis(150); // some servers first answer, and then end it
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final String WORDS = "wsdoc: do you hear me?";

    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final @Nullable String question; // null for a ping

    private ConnectionProbe(@Nullable String question) {
        this.question = question;
    }

    /** What is done while the connection is still open, if it is well. */
    @FunctionalInterface
    interface Meanwhile {
        void run() throws CannotRunException;
    }

    /** Tries it out. While it waits, the experiment goes on. */
    static Trial attempt(ExperimentContext context) throws CannotRunException {
        return attempt(context, () -> {});
    }

    /** The same, and something meanwhile. */
    static Trial attempt(ExperimentContext context, Meanwhile meanwhile) throws CannotRunException {
        return new ConnectionProbe(question(context)).run(context, meanwhile);
    }

    /** A message where one is known to come back: a pong may be the library's, while nobody listens behind it. */
    private static @Nullable String question(ExperimentContext context) {
        if (context.paths.echo() == ChaosPlan.Echo.EXPECTED) {
            return WORDS;
        }
        Speech spoken = context.conversation().echoed();
        return spoken == null ? null : spoken.of(WORDS).say(0);
    }

    private Trial run(ExperimentContext context, Meanwhile meanwhile) throws CannotRunException {
        Opening opening = new CohortOpener(context)
                .open(Cohort.of("fresh", 1, context.paths.target().withResource(context.paths.fresh()), this));
        if (opening.open().isEmpty()) {
            return new Trial(opening.failures().get(0), false, "could not be opened", false, null);
        }
        ask(context, opening.open());
        context.until(ANSWER_WITHIN, () -> answered.get() || ended.get());
        context.until(context.isReference() ? Duration.ZERO : STAYS_FOR, ended::get);
        boolean isWell = answered.get() && !ended.get();
        SocketObservation seen = look(context, opening.open(), SocketObservation::of);
        if (isWell) {
            meanwhile.run();
        }
        leave(context, opening.open());
        boolean compresses = look(context, opening.open(), Member::compresses);
        String how = question == null ? "ping" : "message";
        return new Trial(null, isWell, how, compresses, isWell || !seen.isOver() ? null : seen);
    }

    private static <T> T look(ExperimentContext context, List<Member> member, Function<Member, T> question) {
        return context.await(context.swarm.collect(member, question)).get(0);
    }

    private void ask(ExperimentContext context, List<Member> member) {
        ByteBuffer ping = ByteBuffer.wrap(WORDS.getBytes(StandardCharsets.UTF_8));
        context.await(context.swarm.each(member, one -> {
            if (question == null) {
                one.send(Opcode.PING, ping.duplicate());
            } else {
                one.sendText(question);
            }
        }));
    }

    private void leave(ExperimentContext context, List<Member> member) {
        context.await(context.swarm.each(member, one -> one.close(CloseCode.NORMAL, "")));
        if (!context.until(CLOSE_WITHIN, ended::get)) {
            context.await(context.swarm.each(member, Member::drop));
        }
    }

    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        String text = StandardCharsets.UTF_8.decode(payload).toString();
        if (text.toLowerCase(Locale.ROOT).contains(WORDS)) {
            answered.set(true);
        }
    }

    @Override
    public void pong(Member member, ByteBuffer payload) {
        if (question == null) {
            answered.set(true);
        }
    }

    @Override
    public void ended(Member member) {
        ended.set(true);
    }
}

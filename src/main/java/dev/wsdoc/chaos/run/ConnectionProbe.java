package dev.wsdoc.chaos.run;

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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Opens one connection, wants one answer, says goodbye: does the server serve? */
final class ConnectionProbe implements MemberListener {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration STAYS_FOR = Duration.ofMillis(150); // some servers first answer, and then end it
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final String QUESTION = "wsdoc: do you hear me?";

    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private ConnectionProbe() {}

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
        return new ConnectionProbe().run(context, meanwhile);
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
        String how = echoes(context) ? "message" : "ping";
        return new Trial(null, isWell, how, compresses, isWell || !seen.isOver() ? null : seen);
    }

    private static <T> T look(ExperimentContext context, List<Member> member, Function<Member, T> question) {
        return context.await(context.swarm.collect(member, question)).get(0);
    }

    private static boolean echoes(ExperimentContext context) {
        return context.paths.echo() == ChaosPlan.Echo.EXPECTED;
    }

    private static void ask(ExperimentContext context, List<Member> member) {
        ByteBuffer question = ByteBuffer.wrap(QUESTION.getBytes(StandardCharsets.UTF_8));
        Opcode opcode = echoes(context) ? Opcode.TEXT : Opcode.PING;
        context.await(context.swarm.each(member, one -> one.send(opcode, question)));
    }

    private void leave(ExperimentContext context, List<Member> member) {
        context.await(context.swarm.each(member, one -> one.close(CloseCode.NORMAL, "")));
        if (!context.until(CLOSE_WITHIN, ended::get)) {
            context.await(context.swarm.each(member, Member::drop));
        }
    }

    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        if (StandardCharsets.UTF_8.decode(payload).toString().contains(QUESTION)) {
            answered.set(true);
        }
    }

    @Override
    public void pong(Member member, ByteBuffer payload) {
        answered.set(true);
    }

    @Override
    public void ended(Member member) {
        ended.set(true);
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Observations.Trial;
import dev.wsdoc.chaos.observe.Waits;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens one connection, wants one answer, says goodbye: does the server serve? */
final class ConnectionProbe implements MemberListener {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final String QUESTION = "wsdoc: do you hear me?";

    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private ConnectionProbe() {}

    /** Tries it out. While it waits, the experiment goes on. */
    static Trial attempt(ExperimentContext course) throws CannotRunException {
        return new ConnectionProbe().run(course);
    }

    private Trial run(ExperimentContext course) throws CannotRunException {
        Cohort cohort = Cohort.of("fresh", 1, course.venue.target().withResource(course.venue.fresh()), this);
        CompletableFuture<Opening> future = open(course, cohort);
        course.until(course.limit(), future::isDone);
        Opening opening = Waits.get(future);
        if (opening.open().isEmpty()) {
            return new Trial(opening.failures().get(0), false, "could not be opened", false);
        }
        ask(course, opening.open());
        course.until(ANSWER_WITHIN, answered::get);
        leave(course, opening.open());
        boolean compresses = Waits.get(course.swarm.collect(opening.open(), Member::compresses))
                .get(0);
        boolean echoes = course.venue.echo() == ChaosPlan.Echo.EXPECTED;
        return new Trial(null, answered.get(), echoes ? "message" : "ping", compresses);
    }

    private static CompletableFuture<Opening> open(ExperimentContext course, Cohort cohort) throws CannotRunException {
        try {
            return course.swarm.open(cohort);
        } catch (IOException e) {
            throw new CannotRunException("the host name '" + cohort.target().host() + "' does not resolve");
        }
    }

    private static void ask(ExperimentContext course, List<Member> member) {
        ByteBuffer question = ByteBuffer.wrap(QUESTION.getBytes(StandardCharsets.UTF_8));
        Opcode opcode = course.venue.echo() == ChaosPlan.Echo.EXPECTED ? Opcode.TEXT : Opcode.PING;
        Waits.get(course.swarm.each(member, one -> one.send(opcode, question)));
    }

    private void leave(ExperimentContext course, List<Member> member) {
        Waits.get(course.swarm.each(member, one -> one.close(CloseCode.NORMAL, "")));
        if (!course.until(CLOSE_WITHIN, ended::get)) {
            Waits.get(course.swarm.each(member, Member::drop));
        }
    }

    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        if (QUESTION.contentEquals(StandardCharsets.UTF_8.decode(payload))) {
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

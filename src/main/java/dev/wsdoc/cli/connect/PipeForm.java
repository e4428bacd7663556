package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.framing.MessageSource;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.report.Printable;
import dev.wsdoc.talk.Talk;
import dev.wsdoc.talk.TalkEnd;
import dev.wsdoc.wire.frame.CloseCode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A talk by a script: what the source has is said, what comes is written, and the exit code tells how it ended. Runs on the command's thread,
 * which only waits.
 */
final class PipeForm {
    private static final long GLANCE_MILLIS = 50; // at what nobody wakes us for
    private static final long LAST_WRITE_MILLIS = 10_000;

    private final Console console;
    private final Redialer line;
    private final PipePlan plan;
    private final Interruption interruption;
    private final PipeState state = new PipeState();
    private final Feed feed;
    private boolean unanswered;

    PipeForm(Console console, Dialer dialer, PipePlan plan, MessageSource source, Interruption interruption) {
        this.console = console;
        this.plan = plan;
        this.interruption = interruption;
        this.feed = new Feed(source);
        this.line = new Redialer(dialer, plan.reconnect(), this::isGivenUp, this::tell);
    }

    /** @param output of the talk */
    ExitCode run(PipeOutput output) throws IOException, InterruptedException {
        output.tells(state);
        feed.start();
        CompletableFuture<Void> unused = feed.finished().whenComplete((done, failure) -> state.allSaid(failure));
        TalkEnd ending = talkToTheEnd(output);
        output.finish(LAST_WRITE_MILLIS);
        return exitCode(ending);
    }

    private TalkEnd talkToTheEnd(PipeOutput output) throws IOException, InterruptedException {
        try {
            TalkEnd ending = talk(output);
            while (line.comesAgainAfter(ending)) {
                state.beginAnew();
                ending = talk(output);
            }
            return ending;
        } catch (CommandFailure e) {
            output.finish(LAST_WRITE_MILLIS); // what came before is not lost
            throw e;
        }
    }

    private TalkEnd talk(PipeOutput output) throws IOException, InterruptedException {
        Talk talk = line.dial(output);
        output.pauses(talk);
        feed.through(talk);
        TalkEnd ending = await(talk, output);
        tell(ending.words());
        return ending;
    }

    /** A script that has said everything wants no other connection. */
    private boolean isGivenUp() {
        return interruption.isAsked() || state.isAllSaid();
    }

    private void tell(String line) {
        console.err().println("wsdoc: " + Printable.line(line));
    }

    private TalkEnd await(Talk talk, PipeOutput output) throws InterruptedException {
        long saidAt = 0;
        boolean closing = false;
        for (TalkEnd ending = state.ending(); ; ending = state.ending()) {
            if (ending != null) {
                return ending;
            }
            if (state.isAllSaid() && saidAt == 0) {
                saidAt = System.nanoTime() | 1;
            }
            if (!closing && isOver(saidAt, output)) {
                closing = true;
                talk.close(CloseCode.NORMAL, "");
            }
            state.await(untilNextLook(saidAt, closing));
        }
    }

    private boolean isOver(long saidAt, PipeOutput output) {
        if (interruption.isAsked() || output.isGone() || state.failure() != null) {
            return true;
        }
        if (plan.answerWithin() != null && state.isAnswered()) {
            return true;
        }
        boolean isLate = saidAt != 0 && left(saidAt) <= 0;
        unanswered = isLate && plan.answerWithin() != null;
        return isLate;
    }

    private long untilNextLook(long saidAt, boolean closing) {
        return saidAt == 0 || closing
                ? GLANCE_MILLIS
                : Math.max(1, Math.min(GLANCE_MILLIS, TimeUnit.NANOSECONDS.toMillis(left(saidAt))));
    }

    private long left(long saidAt) {
        Duration wait = plan.answerWithin() == null ? plan.linger() : plan.answerWithin();
        return saidAt + wait.toNanos() - System.nanoTime();
    }

    private ExitCode exitCode(TalkEnd ending) throws IOException {
        @Nullable Throwable failure = state.failure();
        if (interruption.isAsked()) {
            return ExitCode.INTERRUPTED;
        }
        if (failure != null) {
            throw failure instanceof IOException e ? e : new IOException(failure);
        }
        if (unanswered) {
            tell("no answer came");
        }
        return ending.isGood() && !unanswered ? ExitCode.HEALTHY : ExitCode.NOT_HEALTHY;
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.bystander.Innocents;
import dev.wsdoc.chaos.observe.LeftBehind;
import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.Milestones.Falling;
import dev.wsdoc.chaos.observe.Milestones.Goodbyes;
import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.observe.Milestones.Steady;
import dev.wsdoc.chaos.observe.Milestones.Trial;
import dev.wsdoc.chaos.observe.Probe;
import dev.wsdoc.chaos.observe.ProcessProbe;
import dev.wsdoc.chaos.observe.ProcessSeen;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.handshake.Compression;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The phases of the experiment in their order, each with the look that the probes take after it. */
final class Phases {
    private static final Duration LOOKED_WITHIN = Duration.ofMinutes(2); // each question has a limit of its own
    private static final Duration COLLECTED_WITHIN = Duration.ofSeconds(3);

    private final ExperimentContext context;
    private final Recorder recorder;
    private final Collector collector;

    Phases(ExperimentContext context, Recorder recorder, Collector collector) {
        this.context = context;
        this.recorder = recorder;
        this.collector = collector;
    }

    /** Runs them; {@code missing} says why there is no status page of wsdoc's own, and is empty when there is one. */
    void run(String missing) throws CannotRunException {
        if (!missing.isEmpty()) {
            recorder.note("no status page: " + missing);
        }
        Steady steady = steady();
        if (!steady.isHopeless()) {
            open();
            inflict(steady);
            recover();
        }
        collector.take(COLLECTED_WITHIN);
        if (!steady.isHopeless()) {
            measureWhatIsLeft();
            seeWhatRepeats();
        }
    }

    private Steady steady() throws CannotRunException {
        Trial trial = SteadyPhase.attempt(context, this::getToKnow);
        Steady steady = SteadyPhase.count(context, trial);
        recorder.reached(milestones -> milestones.withSteady(steady));
        if (context.plan.profile().compression() != Compression.NONE && !trial.compresses()) {
            recorder.note("nothing was compressed: the server did not take the offer of permessage-deflate");
        }
        return steady;
    }

    /** wsdoc knows its own servers; others are spoken to, if that is wanted. */
    private void getToKnow() throws CannotRunException {
        if (!context.isReference() && context.plan.asks()) {
            tell(LogProbe::acquaintance);
            Anamnesis anamnesis = AnamnesisPhase.run(context);
            tell(LogProbe::acquainted);
            recorder.record(seen -> seen.with(anamnesis));
        }
        context.converse(Conversation.after(recorder.seen().anamnesis(), context.plan, context.paths));
    }

    private void open() throws CannotRunException {
        if (context.probes.process() != null) {
            look(context.probes.process().before());
        }
        OpenPhase opening = OpenPhase.of(context);
        Opened opened = opening.run();
        if (context.conversation().provocation() == null
                && recorder.seen().anamnesis().pushMs() == null) {
            recorder.note("nothing made the server send during the chaos; say with --provoke what does");
        }
        keepAlive();
        look(context.probes.all(probe -> probe.opened(opened.open())));
        recorder.reached(milestones -> milestones.withOpened(opened));
        Innocents innocents =
                ControlPhase.run(context, recorder, opening, recorder.seen().anamnesis());
        recorder.record(seen -> seen.with(innocents));
    }

    /** All to whom nothing is done say what the user says keeps them alive. */
    private void keepAlive() {
        String words = context.plan.profile().keepAlive();
        if (words != null) {
            context.beat.keepAlive(() -> context.swarm.tell(context.innocents(), member -> member.say(words)));
        }
    }

    private void inflict(Steady steady) throws CannotRunException {
        Duration pingWait = Rounds.pingWait(context, steady);
        recorder.reached(milestones -> milestones.withPingWait(pingWait));
        context.allowFor(pingWait);
        new Rounds(context, recorder, pingWait).run();
    }

    private void recover() throws CannotRunException {
        context.beat.at("cleaning up", 0, 0);
        look(context.probes.all(Probe::cleanup));
        Falling falling = RecoverPhase.waitForQuiet(context);
        recorder.reached(milestones -> milestones.withFalling(falling));
        BystandersSeen bystanders = RecoverPhase.lastBeats(context);
        recorder.record(seen -> bystanders == null ? seen : seen.with(bystanders));
        context.beat.at("a fresh connection", 0, 0);
        tell(LogProbe::lastConnection);
        Trial after = ConnectionProbe.attempt(context);
        recorder.reached(milestones -> milestones.withAfter(after));
        tell(LogProbe::noMoreConnections);
        RecoverPhase.waitWithTheSilent(context);
        tell(LogProbe::goodbyes);
        Goodbyes goodbyes = RecoverPhase.leave(context);
        recorder.reached(milestones -> milestones.withGoodbyes(goodbyes));
        tell(LogProbe::silence);
        RecoverPhase.watchOn(context, bystanders != null && bystanders.areOwedAnswers());
    }

    /** Lets the log's probe know what its lines may tell of from now on. */
    private void tell(Function<LogProbe, CompletableFuture<?>> turn) {
        LogProbe log = context.probes.log();
        if (log != null) {
            look(turn.apply(log));
        }
    }

    /** Closes what is still open, so that nothing excuses the server, and gives it time to let go. */
    private void measureWhatIsLeft() {
        context.beat.at("measuring what is left", 0, 0);
        context.await(context.swarm.each(context.victims.members(), Member::drop));
        LogProbe log = context.probes.log(); // has said its last
        look(context.probes.all(probe -> probe == log ? CompletableFuture.completedFuture(null) : probe.end()));
    }

    /** Only if something was left: a pool grows once, a leak every time. Memory may also be garbage, which goes now and then. */
    private void seeWhatRepeats() {
        ProcessProbe process = context.probes.process();
        Duration pingWait = recorder.seen().milestones().pingWait();
        if (process == null || pingWait == null) {
            return;
        }
        int first = context.victims.members().size();
        LeftBehind left = process.seen().left(first);
        if (left == null || !left.isMuch()) {
            return;
        }
        for (String name : ProcessSeen.FURTHER_WAVES) {
            int victims = new FurtherWave(context, recorder, name).run(pingWait);
            if (victims == 0) {
                return;
            }
            look(process.endAgain(victims));
            if (!process.seen().keepsTakingMemory(first) && !process.seen().keepsTakingThreads(first)) {
                return;
            }
        }
    }

    private void look(CompletableFuture<?> look) {
        context.await(look, LOOKED_WITHIN);
    }
}

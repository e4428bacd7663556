package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.talk.Talk;
import dev.wsdoc.talk.TalkListener;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Connects to a target, as often as it is asked to. */
record Dialer(Swarm swarm, Target target) {

    /**
     * A talk that is open.
     *
     * @throws CommandFailure when it cannot be opened
     */
    Talk dial(TalkListener listener) throws InterruptedException {
        Talk talk = new Talk(swarm, listener);
        List<OpenFailure> failures;
        try {
            failures = talk.open(target).get();
        } catch (IOException e) {
            throw CommandFailure.couldNotRun("cannot resolve " + target.host() + ": " + e.getMessage(), e);
        } catch (ExecutionException e) {
            throw CommandFailure.couldNotRun("cannot connect to " + target + ": " + e.getCause(), e);
        }
        if (!failures.isEmpty()) {
            throw CommandFailure.couldNotRun(
                    "cannot connect to " + target + ": " + failures.get(0).text());
        }
        return talk;
    }
}

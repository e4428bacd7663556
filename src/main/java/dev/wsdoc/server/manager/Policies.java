package dev.wsdoc.server.manager;

import dev.wsdoc.server.setting.Behaviour.BackgroundSweep;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * The decisions that a server's health rests on, as makers of the objects that take them. This class makes the healthy
 * ones; a disease overrides what it spoils. One instance serves one server.
 */
public class Policies {
    public EndLogging logging(Logger log, Level expected) {
        return new CategorisedLogging(log, expected);
    }

    public StateCheck stateCheck(Logger log) {
        return new SafeStateCheck(log);
    }

    public Noticing noticing(Scheduler scheduler) {
        return Noticing.prompt();
    }

    public Ledger ledger() {
        return new HonestLedger();
    }

    public Retrying retrying(RetryTools tools) {
        return new GuardedRetrying(tools);
    }

    public Sweeping sweeping(StateCheck check) {
        return new ThoroughSweeping(check);
    }

    /** Whether passes run by themselves, given what the configuration asks for. */
    public BackgroundSweep backgroundSweep(BackgroundSweep configured) {
        return configured;
    }

    /** Starts the pings, if there are to be any. */
    public void startPinging(Runnable start) {
        start.run();
    }

    public Delivery delivery() {
        return Delivery.complete();
    }

    public Aftermath aftermath(Registry registry, Scheduler scheduler, Logger log) {
        return Aftermath.none();
    }

    public Doorman doorman(Doorman healthy) {
        return healthy;
    }
}

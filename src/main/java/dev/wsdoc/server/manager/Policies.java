package dev.wsdoc.server.manager;

import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.AdmissionPolicy;
import dev.wsdoc.server.manager.policy.CategorisedLogging;
import dev.wsdoc.server.manager.policy.Counters;
import dev.wsdoc.server.manager.policy.DefaultCounters;
import dev.wsdoc.server.manager.policy.Delivery;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.EndLogging;
import dev.wsdoc.server.manager.policy.Manners;
import dev.wsdoc.server.manager.policy.Noticing;
import dev.wsdoc.server.manager.policy.ProtocolRules;
import dev.wsdoc.server.manager.policy.Retrying;
import dev.wsdoc.server.manager.policy.SafeStateCheck;
import dev.wsdoc.server.manager.policy.StateCheck;
import dev.wsdoc.server.manager.policy.Sweeping;
import dev.wsdoc.server.manager.send.GuardedRetrying;
import dev.wsdoc.server.manager.send.RetryTools;
import dev.wsdoc.server.manager.sweep.ThoroughSweeping;
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

    public Counters counters() {
        return new DefaultCounters();
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

    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return EndHook.none();
    }

    public Manners manners(Ends ends, Scheduler scheduler) {
        return Manners.good();
    }

    public ProtocolRules protocolRules() {
        return ProtocolRules.kept();
    }

    public AdmissionPolicy admissionPolicy(AdmissionPolicy healthy) {
        return healthy;
    }
}

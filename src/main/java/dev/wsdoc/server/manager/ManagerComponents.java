package dev.wsdoc.server.manager;

import dev.wsdoc.server.manager.admission.Admission;
import dev.wsdoc.server.manager.admission.Refusals;
import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Journal;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.AdmissionPolicy;
import dev.wsdoc.server.manager.policy.Counters;
import dev.wsdoc.server.manager.policy.Delivery;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.EndLogging;
import dev.wsdoc.server.manager.policy.Manners;
import dev.wsdoc.server.manager.policy.Noticing;
import dev.wsdoc.server.manager.policy.Retrying;
import dev.wsdoc.server.manager.policy.StateCheck;
import dev.wsdoc.server.manager.policy.SweepSchedule;
import dev.wsdoc.server.manager.send.MessageRate;
import dev.wsdoc.server.manager.send.RetryCounts;
import dev.wsdoc.server.manager.send.RetryTools;
import dev.wsdoc.server.manager.send.Router;
import dev.wsdoc.server.manager.sweep.Pings;
import dev.wsdoc.server.manager.sweep.Sweeper;
import dev.wsdoc.server.setting.Timing;
import org.slf4j.Logger;

/** The manager's parts, put together: the one place where settings and policies become objects. */
final class ManagerComponents {
    private static final int JOURNAL_CAPACITY = 50_000;

    final Clocks clocks;
    final Registry registry = new Registry();
    final Journal journal = new Journal(JOURNAL_CAPACITY);
    final Refusals refusals = new Refusals();
    final RetryCounts retries = new RetryCounts();
    final Counters counters;
    final EndLogging logging;
    final StateCheck check;
    final Admission admission;
    final AdmissionPolicy admissionPolicy;
    final MessageRate messageRate;
    final Ends ends;
    final Retrying retrying;
    final Delivery delivery;
    final Manners manners;
    final Router router;
    final Pings pings;
    final Sweeper sweeper;
    private final ManagerSettings settings;
    private final Policies policies;
    private final Scheduler scheduler;
    private final Logger log;

    ManagerComponents(ManagerSettings settings, Policies policies, Clocks clocks, Scheduler scheduler, Logger log) {
        this.settings = settings;
        this.policies = policies;
        this.clocks = clocks;
        this.scheduler = scheduler;
        this.log = log;
        counters = policies.counters();
        logging = policies.logging(log, settings.behaviour().disconnectLevel());
        check = policies.stateCheck(log);
        admission = new Admission(settings.limits(), settings.rates(), settings.access(), clocks);
        admissionPolicy = policies.admissionPolicy(admission);
        messageRate = new MessageRate(settings.rates().messagesPerSecond());
        EndHook endHook = policies.endHook(registry, scheduler, log);
        Noticing noticing = policies.noticing(scheduler);
        ends = new RecordedEnds(registry, counters, journal, logging, noticing, endHook, admission::closed, clocks);
        retrying = policies.retrying(retryTools());
        delivery = policies.delivery();
        manners = policies.manners(ends, scheduler);
        router = new Router(registry, delivery, retrying, endHook, manners);
        pings = pings();
        sweeper = sweeper();
    }

    private RetryTools retryTools() {
        int maxRetries = settings.behaviour().maxRetries();
        int maxWaiting = settings.limits().maxQueuedBytes();
        return new RetryTools(check, ends, logging, counters, retries, scheduler, maxRetries, maxWaiting);
    }

    private Pings pings() {
        Timing timing = settings.timing();
        return new Pings(registry, check, ends, scheduler, clocks, timing.pingInterval(), timing.pongTimeout());
    }

    private Sweeper sweeper() {
        Timing timing = settings.timing();
        return new Sweeper(
                registry,
                policies.sweeping(check),
                new SweepSchedule(timing.sweepInterval(), timing.inactiveTimeout()),
                policies.backgroundSweep(settings.behaviour().backgroundSweep()),
                ends,
                scheduler,
                clocks,
                log);
    }

    /** Starts what runs by itself. */
    void start() {
        policies.startPinging(pings::start);
        sweeper.start();
    }
}

package dev.wsdoc.cli.chaos;

import dev.wsdoc.logaudit.rule.Rules;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.ServerStats;

/**
 * Loads what every experiment needs, on a thread of its own, while the command's thread still starts the server: the
 * classes that read and write JSON, and the rules for logs. That is most of what a run of a few seconds computes.
 */
final class Warmup {
    private Warmup() {}

    /** Begins; whoever needs something before it is loaded waits for it, as if it had been the first to ask. */
    static void begin() {
        Thread thread = new Thread(Warmup::load, "wsdoc-head-start");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        Json.mapper().writerFor(ServerStats.class);
        Json.mapper().readerFor(ServerStats.class);
        Json.mapper().readerFor(EndsPage.class);
        Rules.builtIn();
    }
}

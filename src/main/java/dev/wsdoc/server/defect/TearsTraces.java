package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.LogLine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Healthy; the stack trace of its first abnormal end is written with a pause within, as by a machine that is busy. */
public final class TearsTraces extends Policies {
    private static final Duration PAUSE = Duration.ofMillis(1_500);
    private static final String FIRST = """
            DEBUG onError java.io.IOException: Connection reset by peer
            java.io.IOException: Connection reset by peer
            \tat java.base/sun.nio.ch.SocketDispatcher.read0(Native Method)""";
    private static final String REST = """
            \tat dev.example.Hub.read(Hub.java:650)
            \tat java.base/java.lang.Thread.run(Thread.java:840)""";

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            private boolean told;

            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                if (!told) {
                    told = true;
                    LogLine.print(log, Level.DEBUG, FIRST);
                    scheduler.after(PAUSE, () -> LogLine.print(log, Level.DEBUG, REST));
                }
            }
        };
    }
}

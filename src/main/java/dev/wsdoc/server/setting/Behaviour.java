package dev.wsdoc.server.setting;

import org.slf4j.event.Level;

/**
 * The switches that roll single improvements back.
 *
 * @param maxRetries tries after a send that failed for a passing reason, 0 (off) to 100
 * @param disconnectLevel at which expected ends are logged
 */
public record Behaviour(BackgroundSweep backgroundSweep, Level disconnectLevel, int maxRetries) {
    /** Whether passes run by themselves. */
    public enum BackgroundSweep {
        ON,
        OFF
    }

    public Behaviour {
        Range.check("--max-retries", maxRetries, 0, 100);
    }

    /** Background sweeps on, expected ends at DEBUG, 3 retries. */
    public static Behaviour defaults() {
        return new Behaviour(BackgroundSweep.ON, Level.DEBUG, 3);
    }

    public Behaviour withBackgroundSweep(BackgroundSweep value) {
        return new Behaviour(value, disconnectLevel, maxRetries);
    }

    public Behaviour withDisconnectLevel(Level value) {
        return new Behaviour(backgroundSweep, value, maxRetries);
    }

    public Behaviour withMaxRetries(int value) {
        return new Behaviour(backgroundSweep, disconnectLevel, value);
    }
}

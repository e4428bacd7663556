package dev.wsdoc.cli.connect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a script's talk goes.
 *
 * @param linger how long the server may still speak once all is said
 * @param answerWithin how long an only answer may take; null where all answers are wanted
 * @param reconnect after what the script did not ask for; null for never
 */
record PipePlan(
        Duration linger,
        @Nullable Duration answerWithin,
        @Nullable Backoff reconnect) {}

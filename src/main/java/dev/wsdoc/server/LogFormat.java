package dev.wsdoc.server;

/** How a line of a server's log looks. */
public enum LogFormat {
    /** {@code 2026-11-22 20:31:38,123 DEBUG wsdoc - Broken pipe for customer_s1-42: Broken pipe}. */
    TEXT,
    /** One JSON object a line: timestamp, level, logger, message, connection, exception. */
    JSON
}

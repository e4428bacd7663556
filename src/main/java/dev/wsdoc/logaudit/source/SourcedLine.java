package dev.wsdoc.logaudit.source;

/**
 * A line and where it comes from.
 *
 * @param decorated as it stands in the log
 * @param bare as the program wrote it
 * @param source what names the service or process that wrote it; empty where nothing does
 */
public record SourcedLine(String decorated, String bare, String source) {}

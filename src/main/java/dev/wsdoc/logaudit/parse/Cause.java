package dev.wsdoc.logaudit.parse;

import java.util.List;

/**
 * One link of an entry's chain of causes.
 *
 * @param text what it says, several lines where it takes several
 * @param frames the stack beneath it, nearest to the throw first
 */
public record Cause(String text, List<String> frames) {}

package dev.wsdoc.logaudit.rule;

import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one text.
 *
 * @param settling the first rule that finds a category or calls the text normal, or null
 * @param wrapper the first rule that knows the text as one that only wraps a cause, or null; not looked for where there is a settling one
 */
record RuleMatch(@Nullable Rule settling, @Nullable Rule wrapper) {
    static final RuleMatch NONE = new RuleMatch(null, null);
}

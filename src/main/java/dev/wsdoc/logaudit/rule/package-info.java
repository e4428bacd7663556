/**
 * From an entry to its category: which sentence means what, and which of an entry's causes decides.
 * Read {@link dev.wsdoc.logaudit.rule.Judge} first, then {@link dev.wsdoc.logaudit.rule.Rule} and {@code rules.yaml} beside
 * this package; {@link dev.wsdoc.logaudit.rule.RuleIndex} is how all rules are tried in one pass.
 */
@NullMarked
package dev.wsdoc.logaudit.rule;

import org.jspecify.annotations.NullMarked;

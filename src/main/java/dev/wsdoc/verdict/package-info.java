/**
 * Questions about a server, their answers, and what they add up to. Pure. Read Check, then Finding, then Verdict.
 */
@NullMarked
package dev.wsdoc.verdict;

import org.jspecify.annotations.NullMarked;

/**
 * Records in, findings and figures out: pure. Read {@link dev.wsdoc.checkup.judge.CheckupJudges} first, which asks the judges in
 * the order in which a connection comes about.
 */
@NullMarked
package dev.wsdoc.checkup.judge;

import org.jspecify.annotations.NullMarked;

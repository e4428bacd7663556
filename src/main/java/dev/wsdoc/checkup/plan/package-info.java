/** What a check-up is to do. Read {@link dev.wsdoc.checkup.plan.CheckupPlan} first. */
@NullMarked
package dev.wsdoc.checkup.plan;

import org.jspecify.annotations.NullMarked;

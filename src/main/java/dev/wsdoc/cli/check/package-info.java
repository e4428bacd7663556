/** {@code wsdoc check}: options become a plan, the report is written down. Read {@link dev.wsdoc.cli.check.CheckCommand} first. */
@NullMarked
package dev.wsdoc.cli.check;

import org.jspecify.annotations.NullMarked;

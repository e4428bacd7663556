/**
 * What an experiment found, and the forms in which it is written down. Read Report first, then ReportWriter and one form, such as
 * MarkdownReport; Figures and its kin are what the forms have in common, ReportSinks where they are written to.
 */
@NullMarked
package dev.wsdoc.report;

import org.jspecify.annotations.NullMarked;

/**
 * {@code wsdoc connect}: a talk by hand on a terminal, or by a script in a pipe. Read {@link dev.wsdoc.cli.connect.ConnectCommand} first,
 * then {@link dev.wsdoc.cli.connect.PipeForm} and {@link dev.wsdoc.cli.connect.LiveForm}; what a talk is, is {@link dev.wsdoc.talk}'s.
 */
@NullMarked
package dev.wsdoc.cli.connect;

import org.jspecify.annotations.NullMarked;

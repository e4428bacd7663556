/**
 * A talk with a server over one connection, by hand or by a script: what was said, what came, how it ended. Read {@link
 * dev.wsdoc.talk.Talk} first, then {@link dev.wsdoc.talk.TalkEnd}; {@link dev.wsdoc.talk.HarFile} and {@link
 * dev.wsdoc.talk.CurlCommand} are what browsers hand over.
 */
@NullMarked
package dev.wsdoc.talk;

import org.jspecify.annotations.NullMarked;

/** Programs that {@code bench/run} runs in JVMs of their own; each prints its figures as {@code name=value}. No tests. */
@NullMarked
package dev.wsdoc.bench;

import org.jspecify.annotations.NullMarked;

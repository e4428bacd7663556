package dev.wsdoc.chaos;

import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource.Cleaned;
import dev.wsdoc.evidence.CountSource.Counts;
import org.jspecify.annotations.Nullable;

/** What a foreign server's counts said. Parts that are null were not reached. Owned by the experiment's thread. */
final class CountsSeen {
    @Nullable
    Counts before;

    @Nullable
    Counts opened;

    @Nullable
    Counts beforeCleanup;

    @Nullable
    Answer<Cleaned> cleanup;

    @Nullable
    Counts after; // when all of wsdoc's sockets were closed

    String trouble = ""; // why the newest question was not answered
}

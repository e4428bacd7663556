package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource.Cleaned;
import dev.wsdoc.evidence.CountSource.Counts;
import org.jspecify.annotations.Nullable;

/** What a foreign server's counts said. Parts that are null were not reached. Owned by the experiment's thread. */
public final class CountsSeen {
    @Nullable
    public Counts before;

    @Nullable
    public Counts opened;

    @Nullable
    public Counts beforeCleanup;

    @Nullable
    public Answer<Cleaned> cleanup;

    @Nullable
    public Counts after; // when all of wsdoc's sockets were closed

    public String trouble = ""; // why the newest question was not answered
}

package dev.wsdoc.chaos;

import dev.wsdoc.logaudit.Judged;
import dev.wsdoc.logaudit.Level;
import dev.wsdoc.model.Category;

/** How loudly a log speaks of a disconnect that clients bring about in normal operation. */
enum Loudness {
    /** As quiet as it should be, or nothing that tells of an expected disconnect. */
    QUIET,
    /** INFO, or a level that is not known: more than needed, and nobody is woken by it. */
    RAISED,
    /** WARN or ERROR: somebody looks for a fault that is none. */
    LOUD;

    static Loudness of(Judged judged) {
        if (!judged.isNoise()) {
            return QUIET;
        }
        Level level = judged.entry().level();
        if (judged.category() == Category.SLOW_CONSUMER && level == Level.WARN) {
            return QUIET; // recoverable trouble is WARNING
        }
        return level == null || level == Level.INFO ? RAISED : LOUD;
    }
}

package dev.wsdoc.chaos.observe;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Category;
import org.jspecify.annotations.Nullable;

/**
 * How loudly a log speaks of a disconnect that clients bring about. Of what a client got wrong (a request that is none, a frame that is
 * forbidden) it may speak one level louder than of one that just went: somebody may want to know who sends it.
 */
enum NoiseLevel {
    /** As quiet as it should be, or nothing that tells of an expected disconnect. */
    QUIET,
    /** INFO, or a level that is not known: more than needed, and nobody is woken by it. */
    RAISED,
    /** WARN or ERROR: somebody looks for a fault that is none. */
    LOUD;

    static NoiseLevel of(Judged judged) {
        if (!judged.isNoise()) {
            return QUIET;
        }
        Level level = judged.entry().level();
        if (judged.category() == Category.SLOW_CONSUMER && level == Level.WARN) {
            return QUIET; // recoverable trouble is WARNING
        }
        return isClientsMistake(judged.category()) ? ofMistake(level) : ofEnd(level);
    }

    private static NoiseLevel ofEnd(@Nullable Level level) {
        return level == null || level == Level.INFO ? RAISED : LOUD;
    }

    private static NoiseLevel ofMistake(@Nullable Level level) {
        return level == null || level == Level.INFO ? QUIET : level == Level.WARN ? RAISED : LOUD;
    }

    private static boolean isClientsMistake(@Nullable Category category) {
        return category == Category.HANDSHAKE || category == Category.PROTOCOL || category == Category.OVERSIZED;
    }
}

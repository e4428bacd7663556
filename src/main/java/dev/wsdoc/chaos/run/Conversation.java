package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.observe.Provoker;
import dev.wsdoc.chaos.plan.ChaosPlan;
import org.jspecify.annotations.Nullable;

/**
 * Who says what during the chaos, after what was found out about the server.
 *
 * @param beats in which speech bystanders say their numbered messages, which come back to them; null when they only ping
 * @param provocation what the provoker says, so that the server sends to everybody; null when nothing is known that does
 * @param provoker where it says that: a path; null when nowhere
 * @param heard by what bystanders know the provoker's words; null when they are not known to reach them
 */
record Conversation(
        @Nullable Speech beats,
        @Nullable Speech provocation,
        @Nullable String provoker,
        @Nullable Mark heard) {

    /** Nobody says anything. */
    static final Conversation SILENCE = new Conversation(null, null, null, null);

    /** What the flags say comes first, then what wsdoc knows of its own servers, then what it found out. */
    static Conversation after(Anamnesis anamnesis, ChaosPlan plan, TargetPaths paths) {
        boolean echoes = paths.echo() == ChaosPlan.Echo.EXPECTED;
        Speech beats = echoes ? Speech.PLAIN : null;
        String given = plan.profile().provoke();
        if (paths.provoker() != null) {
            return provoked(beats, Speech.PLAIN.of(Provoker.words(plan.seed())), paths.provoker(), true);
        }
        String here = plan.target().resource();
        Speech found = anamnesis.speech();
        if (given != null) {
            Speech speech = Speech.provoking(given);
            return provoked(beats, speech, here, anamnesis.isBroadcast() && speech.equals(found));
        }
        if (found != null && anamnesis.isBroadcast()) {
            return provoked(beats, found.of(Provoker.words(plan.seed())), here, true);
        }
        boolean talks = found != null && anamnesis.echo().isHeard();
        return new Conversation(beats == null && talks ? found : beats, null, null, null);
    }

    private static Conversation provoked(@Nullable Speech beats, Speech speech, String where, boolean reachesAll) {
        return new Conversation(beats, speech, where, reachesAll ? speech.mark() : null);
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.bystander.Provoker;
import dev.wsdoc.chaos.plan.ChaosPlan;
import org.jspecify.annotations.Nullable;

/**
 * Who says what during the chaos, after what was found out about the server.
 *
 * @param beats in which speech bystanders say their numbered messages, which come back to them; null when they only ping
 * @param provocation what the provoker says, so that the server sends to everybody; null when nothing is known that does
 * @param provoker where it says that: a path; null when nowhere
 * @param echoed in which speech a message is known to come back to whoever says it; null when none is
 * @param heard by what bystanders know the provoker's words; null when they are not known to reach them
 */
record Conversation(
        @Nullable Speech beats,
        @Nullable Speech provocation,
        @Nullable String provoker,
        @Nullable Speech echoed,
        @Nullable Mark heard) {

    /** Nobody says anything. */
    static final Conversation SILENCE = new Conversation(null, null, null, null, null);

    /** What the flags say comes first, then what wsdoc knows of its own servers, then what it found out. */
    static Conversation after(Anamnesis anamnesis, ChaosPlan plan, TargetPaths paths) {
        boolean echoes = paths.echo() == ChaosPlan.Echo.EXPECTED;
        Speech beats = echoes ? Speech.PLAIN : null;
        String given = plan.profile().provoke();
        if (paths.provoker() != null) {
            return new Conversation(beats, null, null, null, null)
                    .provoked(Speech.PLAIN.of(Provoker.words(plan.seed())), paths.provoker(), true);
        }
        String here = plan.target().resource();
        Speech found = anamnesis.speech();
        Speech echoed = anamnesis.echo().isHeard() && !isProvoking(found) ? found : null;
        Conversation talk = new Conversation(beats, null, null, echoed, null);
        if (given != null) {
            Speech speech = Speech.provoking(given);
            return talk.provoked(speech, here, anamnesis.isBroadcast() && speech.equals(found));
        }
        if (found != null && anamnesis.isBroadcast()) {
            return talk.provoked(found.of(Provoker.words(plan.seed())), here, true);
        }
        return new Conversation(beats == null ? echoed : beats, null, null, echoed, null);
    }

    /** What the user said for that is said by the provoker alone, and need not have room for other words. */
    private static boolean isProvoking(@Nullable Speech found) {
        return found != null && !found.hasRoom();
    }

    private Conversation provoked(Speech speech, String where, boolean reachesAll) {
        return new Conversation(beats, speech, where, echoed, reachesAll ? speech.mark() : null);
    }
}

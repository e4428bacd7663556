package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.bystander.Innocents;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was seen, for the judges. A part that is null was not reached, or there is nothing to see it by.
 *
 * @param anamnesis what was found out about the server before anything was done to it
 * @param innocents clients to which nothing was done; null before they were watched
 * @param outcomes what became of the victims
 * @param process null when it is not known, or before the steady state
 * @param notes what else a reader of the report should know
 */
public record Observations(
        Milestones milestones,
        Anamnesis anamnesis,
        @Nullable Innocents innocents,
        CountsSeen counts,
        @Nullable VictimOutcomes outcomes,
        @Nullable BystandersSeen bystanders,
        @Nullable LogSeen log,
        @Nullable ProcessSeen process,
        List<String> notes) {

    /** Nothing was seen yet. */
    public static final Observations NONE = new Observations(
            Milestones.NONE, Anamnesis.NONE, null, new CountsSeen.None(""), null, null, null, null, List.of());

    public Observations {
        notes = List.copyOf(notes);
    }

    public Observations with(Milestones reached) {
        return new Observations(reached, anamnesis, innocents, counts, outcomes, bystanders, log, process, notes);
    }

    public Observations with(Anamnesis found) {
        return new Observations(milestones, found, innocents, counts, outcomes, bystanders, log, process, notes);
    }

    public Observations with(Innocents seen) {
        return new Observations(milestones, anamnesis, seen, counts, outcomes, bystanders, log, process, notes);
    }

    public Observations with(CountsSeen seen) {
        return new Observations(milestones, anamnesis, innocents, seen, outcomes, bystanders, log, process, notes);
    }

    public Observations with(VictimOutcomes seen) {
        return new Observations(milestones, anamnesis, innocents, counts, seen, bystanders, log, process, notes);
    }

    public Observations with(BystandersSeen seen) {
        return new Observations(milestones, anamnesis, innocents, counts, outcomes, seen, log, process, notes);
    }

    public Observations with(@Nullable LogSeen seen) {
        return new Observations(milestones, anamnesis, innocents, counts, outcomes, bystanders, seen, process, notes);
    }

    public Observations with(@Nullable ProcessSeen seen) {
        return new Observations(milestones, anamnesis, innocents, counts, outcomes, bystanders, log, seen, notes);
    }

    public Observations withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Observations(milestones, anamnesis, innocents, counts, outcomes, bystanders, log, process, all);
    }
}

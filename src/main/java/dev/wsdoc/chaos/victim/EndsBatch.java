package dev.wsdoc.chaos.victim;

import dev.wsdoc.model.EndsPage.End;
import java.util.List;

/**
 * Ends that were read together from the server's journal.
 *
 * @param seenAt when: no notice can be later, whatever the server's clock says
 */
public record EndsBatch(List<End> ends, long seenAt) {
    public EndsBatch {
        ends = List.copyOf(ends);
    }
}

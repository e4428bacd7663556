package dev.wsdoc.chaos.bystander;

import java.util.HashMap;
import java.util.Map;

/** How often each numbered message came to one client. Owned by the client's loop. */
final class Copies {
    private final Map<Integer, Integer> heard = new HashMap<>();
    private int mostUndisturbed;
    private int mostDisturbed;

    void heard(int number, Disturbance disturbance) {
        int copies = heard.merge(number, 1, Integer::sum);
        if (disturbance == Disturbance.CHAOS) {
            mostDisturbed = Math.max(mostDisturbed, copies);
        } else {
            mostUndisturbed = Math.max(mostUndisturbed, copies);
        }
    }

    /** Whether one came more often, once there was chaos, than any had before. */
    boolean areMore() {
        return mostUndisturbed > 0 && mostDisturbed > mostUndisturbed;
    }

    /** How often one came at the most, before anything was done to anybody; 0 when none came. */
    int mostUndisturbed() {
        return mostUndisturbed;
    }

    /** The same from the first fault on. */
    int mostDisturbed() {
        return mostDisturbed;
    }
}

package dev.wsdoc.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All whole numbers that a page shows in one moment. Of two such moments between which connections were opened, those that
 * may count connections are those that moved by as many.
 *
 * @param byPlace in the page's order; a place is what {@link NumbersPage#at} takes
 */
public record PageNumbers(Map<String, Long> byPlace) {
    private static final Pattern OF_CONNECTIONS =
            Pattern.compile("conn|client|socket|session|peer|subscri|user|member|listed", Pattern.CASE_INSENSITIVE);

    /** What grows with the connections, but counts what they are made of. */
    private static final Pattern OF_RESOURCES = Pattern.compile(
            "(process|go|jvm|nodejs|python|ruby|dotnet)_.*"
                    + "|.*(thread|routine|task|descriptor|handle|(\\b|_)fds?(\\b|_)).*",
            Pattern.CASE_INSENSITIVE);

    public PageNumbers {
        byPlace = Collections.unmodifiableMap(new LinkedHashMap<>(byPlace));
    }

    /** Those of these places whose number differs by exactly so much from what it was, in the page's order. */
    public Set<String> movedBy(long difference, PageNumbers before, Collection<String> among) {
        Set<String> moved = new LinkedHashSet<>();
        byPlace.forEach((place, number) -> {
            Long former = before.byPlace.get(place);
            if (former != null
                    && number - former == difference
                    && among.contains(place)
                    && !OF_RESOURCES.matcher(place).matches()) {
                moved.add(place);
            }
        });
        return moved;
    }

    /** That of several which most likely counts all connections: one that is called so, then the greatest, for it has the others in it. */
    public Optional<String> likeliest(Set<String> places) {
        return byPlace.keySet().stream()
                .filter(places::contains)
                .max(Comparator.<String, Boolean>comparing(
                                place -> OF_CONNECTIONS.matcher(place).find())
                        .thenComparing(place -> byPlace.getOrDefault(place, 0L))
                        .thenComparing(Comparator.comparing(this::position).reversed()));
    }

    private int position(String place) {
        int position = 0;
        for (String other : byPlace.keySet()) {
            if (other.equals(place)) {
                break;
            }
            position++;
        }
        return position;
    }
}

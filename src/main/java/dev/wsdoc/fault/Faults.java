package dev.wsdoc.fault;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** All faults there are, found by their registration; the harmless ones first. */
public final class Faults {
    private static final List<Fault> ALL = ServiceLoader.load(Fault.class, Faults.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Fault::profile).thenComparing(Fault::name))
            .toList();

    private Faults() {}

    public static List<Fault> all() {
        return ALL;
    }

    /**
     * The fault of that name.
     *
     * @throws IllegalArgumentException when there is no such fault; the message names those that there are
     */
    public static Fault named(String name) {
        return ALL.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault '" + name + "'; there are "
                        + ALL.stream().map(Fault::name).collect(Collectors.joining(", "))));
    }
}

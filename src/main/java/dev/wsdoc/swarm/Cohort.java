package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import java.util.function.IntFunction;

/**
 * Members to be opened together.
 *
 * @param name such as {@code bystander} or a fault's name
 * @param size how many, at least 1
 * @param resource path and query of the n-th, from 0
 */
public record Cohort(
        String name, int size, Target target, IntFunction<String> resource, MemberListener listener, ConnectMode mode) {

    public Cohort {
        if (size < 1) {
            throw new IllegalArgumentException("cohort " + name + " has size " + size + ", it needs at least 1");
        }
    }

    /** A cohort whose members all go to the target's own path. */
    public static Cohort of(String name, int size, Target target, MemberListener listener) {
        return new Cohort(name, size, target, index -> target.resource(), listener, ConnectMode.AS_CLIENT);
    }

    public Cohort withResources(IntFunction<String> other) {
        return new Cohort(name, size, target, other, listener, mode);
    }

    public Cohort arriving(ConnectMode other) {
        return new Cohort(name, size, target, resource, listener, other);
    }
}

package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where on the server everybody connects to.
 *
 * @param victims path of the victims of a fault
 * @param bystanders path of the n-th bystander
 * @param provoker path from which a message makes the server send to everybody; null when none is known
 * @param silent where the silent client connects
 * @param fresh path of the connections that only try whether the server serves
 */
record TargetPaths(
        Target target,
        Function<Fault, String> victims,
        IntFunction<String> bystanders,
        Target silent,
        String fresh,
        @Nullable String provoker,
        ChaosPlan.Echo echo) {

    private static final String CUSTOMER = "/ws/customer/";

    /** A server of which nothing is known: everybody goes to the URL that was given. */
    static TargetPaths foreign(Target target, ChaosPlan.Echo echo) {
        String path = target.resource();
        return new TargetPaths(target, fault -> path, index -> path, target, path, null, echo);
    }

    /** The paths that only the victims of one fault come to, by which a log names them. */
    Map<String, Fault> telling(Collection<Fault> faults) {
        return faults.stream()
                .filter(fault -> !victims.apply(fault).equals(fresh))
                .collect(Collectors.toMap(victims, fault -> fault));
    }

    /**
     * wsdoc's reference server. Bystanders get sessions of their own, so that they hear themselves and the broadcasts,
     * and no crowd; the victims of a fault share one, so that they hear each other and those of no other fault.
     *
     * @param run a number that no other run on the same server has
     */
    static TargetPaths reference(Target target, long run) {
        String path = target.resource();
        if (target.isRoot()) {
            return customers(target, CUSTOMER + "chaos-" + run);
        }
        if (path.startsWith(CUSTOMER) && path.indexOf('?') < 0) {
            return customers(target, path);
        }
        ChaosPlan.Echo echo = path.equals("/ws/echo") ? ChaosPlan.Echo.EXPECTED : ChaosPlan.Echo.UNKNOWN;
        return foreign(target, echo);
    }

    private static TargetPaths customers(Target target, String session) {
        return new TargetPaths(
                target,
                fault -> session + "-" + fault.name(),
                index -> session + "-bystander-" + index,
                target.withResource(session + "-silent"),
                session + "-fresh",
                "/ws/admin",
                ChaosPlan.Echo.EXPECTED);
    }
}

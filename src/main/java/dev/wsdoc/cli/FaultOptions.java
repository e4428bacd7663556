package dev.wsdoc.cli;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Faults;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which faults are inflicted on how many victims. */
final class FaultOptions {
    /** What is done when nothing is asked for: some of everything. */
    private static final Map<String, Integer> DEFAULT_MIX = mix();

    @Option(names = "--abrupt", paramLabel = "N", description = "Victims whose connection is reset (RST).")
    private @Nullable Integer abrupt;

    @Option(names = "--drop", paramLabel = "N", description = "Victims that end without a close frame (FIN).")
    private @Nullable Integer drop;

    @Option(names = "--half-close", paramLabel = "N", description = "Victims that end one way and go on reading.")
    private @Nullable Integer halfClose;

    @Option(names = "--freeze", paramLabel = "N", description = "Victims that stop reading and answering, still open.")
    private @Nullable Integer freeze;

    @Option(names = "--polite", paramLabel = "N", description = "The control group: a proper closing handshake.")
    private @Nullable Integer polite;

    @Option(
            names = "--fault",
            paramLabel = "NAME=N",
            description = "Victims of any fault by its name; may be given more than once.")
    private Map<String, Integer> named = Map.of();

    /** The faults asked for with their numbers; without any, some of everything. */
    Map<Fault, Integer> victims() {
        Map<String, Integer> asked = new LinkedHashMap<>();
        put(asked, "abrupt", abrupt);
        put(asked, "drop", drop);
        put(asked, "half-close", halfClose);
        put(asked, "freeze", freeze);
        put(asked, "polite", polite);
        named.forEach((name, count) -> put(asked, name, count));
        Map<Fault, Integer> victims = new LinkedHashMap<>();
        (asked.isEmpty() ? DEFAULT_MIX : asked)
                .forEach((name, count) -> victims.put(CommandFailure.checkingUsage(() -> Faults.named(name)), count));
        return victims;
    }

    private static void put(Map<String, Integer> asked, String name, @Nullable Integer count) {
        if (count == null) {
            return;
        }
        if (asked.put(name, count) != null) {
            throw CommandFailure.wrongUsage("the number of '" + name + "' victims is given twice, by --" + name
                    + " and by --fault " + name + "=" + count);
        }
    }

    private static Map<String, Integer> mix() {
        Map<String, Integer> mix = new LinkedHashMap<>();
        mix.put("abrupt", 20);
        mix.put("drop", 20);
        mix.put("half-close", 10);
        mix.put("freeze", 5);
        mix.put("polite", 10);
        return mix;
    }
}

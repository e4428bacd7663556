package dev.wsdoc.cli.chaos;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.convert.FaultCount;
import dev.wsdoc.cli.convert.ProfileChoice;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which faults are inflicted on how many victims. */
final class FaultOptions {
    /** What is done when nothing is asked for: some of everything that is safe. */
    private static final List<String> DEFAULT_MIX =
            List.of("abrupt=20", "drop=20", "half-close=10", "freeze=5", "polite=10");

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
            paramLabel = "NAME[=N]",
            description = "Victims of any fault by its name ('wsdoc faults' lists them); may be given more than once.")
    private List<String> named = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME[=N]",
            description =
                    "Victims of every fault of a set: gentle, push, slow, hostile, destructive or all; N of each"
                            + " (default: 10, 10, 5, 4 and 1). May be given more than once; a fault's own option goes before it.")
    private List<String> profiles = List.of();

    @Option(
            names = "--i-own-this-server",
            description = "Needed for destructive faults: they may take the server down.")
    private boolean ownsServer;

    /** The faults asked for with their numbers; without any, some of everything that is safe. */
    Map<Fault, Integer> victims() {
        Map<Fault, Integer> asked = new LinkedHashMap<>();
        ofProfiles(asked);
        ofNames(asked);
        if (asked.isEmpty()) {
            DEFAULT_MIX.forEach(text -> put(asked, FaultCount.parse("", text)));
        }
        asked.keySet().forEach(this::refuseDestruction);
        return asked;
    }

    private void ofProfiles(Map<Fault, Integer> asked) {
        for (String text : profiles) {
            FaultCount count = FaultCount.parse("--profile", text);
            for (Fault fault : ProfileChoice.faults(count.name())) {
                asked.put(fault, count.victimsOr(fault.profile().victims()));
            }
        }
    }

    private void ofNames(Map<Fault, Integer> asked) {
        Map<Fault, Integer> byName = new LinkedHashMap<>();
        Consumer<FaultCount> once = count -> {
            if (put(byName, count)) {
                throw CommandFailure.wrongUsage("the number of '" + count.name() + "' victims is given twice");
            }
        };
        shortFlag("abrupt", abrupt, once);
        shortFlag("drop", drop, once);
        shortFlag("half-close", halfClose, once);
        shortFlag("freeze", freeze, once);
        shortFlag("polite", polite, once);
        named.forEach(text -> once.accept(FaultCount.parse("--fault", text)));
        asked.putAll(byName);
    }

    private static void shortFlag(String name, @Nullable Integer victims, Consumer<FaultCount> taker) {
        if (victims != null) {
            taker.accept(new FaultCount(name, victims));
        }
    }

    /** Returns whether it was there already. */
    private static boolean put(Map<Fault, Integer> victims, FaultCount count) {
        Fault fault = FaultsCommand.fault(count.name());
        return victims.put(fault, count.victimsOr(fault.profile().victims())) != null;
    }

    private void refuseDestruction(Fault fault) {
        if (fault.profile() == Profile.DESTRUCTIVE && !ownsServer) {
            throw CommandFailure.wrongUsage(
                    "'" + fault.name() + "' may take the server down; add --i-own-this-server if it is yours to break");
        }
    }
}

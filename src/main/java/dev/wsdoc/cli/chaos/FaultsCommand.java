package dev.wsdoc.cli.chaos;

import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Suggestion;
import dev.wsdoc.cli.convert.ProfileChoice;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.report.JsonText;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc faults}: the ways to die, explained. */
@Command(
        name = "faults",
        header = "Explain the faults: what goes over the wire, and what a healthy server does.",
        description =
                "Lists every fault, the harmless ones first, with what a server is judged by and how dangerous it is.",
        footer = {
            "  wsdoc faults",
            "  wsdoc faults half-close freeze",
            "  wsdoc faults --profile hostile",
            "  wsdoc faults --json | jq -r '.faults[].name'"
        })
public final class FaultsCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Only these faults.")
    private List<String> names = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Only those of a set: gentle, push, slow, hostile or destructive.")
    private @Nullable String profile;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Fault> faults = chosen();
        if (json) {
            wsdoc.console().out().print(JsonText.of(FaultsJson.of(faults)));
        } else {
            FaultsText.lines(faults, wsdoc.console().style())
                    .forEach(wsdoc.console().out()::println);
        }
        return ExitCode.HEALTHY.number();
    }

    private List<Fault> chosen() {
        List<Fault> wanted = names.stream().map(FaultsCommand::fault).distinct().toList();
        List<Fault> known = profile == null ? Fault.all() : ProfileChoice.faults(profile);
        wanted.stream().filter(fault -> !known.contains(fault)).findFirst().ifPresent(stranger -> {
            throw CommandFailure.wrongUsage(stranger.name() + " is not in profile " + profile);
        });
        return known.stream()
                .filter(fault -> wanted.isEmpty() || wanted.contains(fault))
                .toList();
    }

    /** The fault of that name; none is wrong usage. */
    static Fault fault(String name) {
        List<String> known = Fault.all().stream().map(Fault::name).toList();
        if (!known.contains(name)) {
            throw CommandFailure.wrongUsage("there is no fault '" + name + "'" + Suggestion.question(name, known)
                    + " ('wsdoc faults' lists them)");
        }
        return Fault.named(name);
    }
}

package dev.wsdoc.real;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A real server that was started by {@code --exec} and examined, with two bystanders, one of whom makes it send to all. */
record Examined(CommandLineRun run) {

    static Examined of(RealServer server, String state, String chaos) {
        return of(server, state, chaos, "%s");
    }

    /** @param shell what the shell is given, %s for the server's command */
    static Examined of(RealServer server, String state, String chaos, String shell) {
        server.require();
        int port = Ports.freeThree();
        List<String> args = new ArrayList<>(
                List.of("chaos", server.url(port), "--exec", String.format(shell, server.command(state, port))));
        args.addAll(server.options());
        args.addAll(List.of(chaos.split(" ")));
        args.addAll(List.of("--bystanders", "2", "--provoke", "wake up {n}", "--json"));
        if (server.hasStatus()) {
            args.addAll(List.of("--status-url", server.statusUrl(port), "--count", "/connections/total"));
        }
        return new Examined(CommandLineRun.of(args.toArray(String[]::new)));
    }

    JsonNode report() throws IOException {
        return Json.mapper().readTree(run.out());
    }

    /** The checks that came out like this. */
    List<String> checks(String outcome) throws IOException {
        return StreamSupport.stream(report().at("/findings").spliterator(), false)
                .filter(finding -> finding.at("/outcome").asText().equals(outcome))
                .map(finding -> finding.at("/check").asText())
                .toList();
    }
}

package dev.wsdoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wsdoc.Integration;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Json;
import dev.wsdoc.report.PublishedSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code wsdoc faults}. */
@Integration
class FaultsCommandTest {

    @Test
    void explainsEveryFaultByItsProfileTheHarmlessOnesFirst() {
        CommandLineRun run = CommandLineRun.of("faults");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("gentle: ")
                .containsSubsequence("\npush: ", "\nslow: ", "\nhostile: ", "\ndestructive: ", "oversize-claim");
        assertThat(Fault.all())
                .hasSize(27)
                .allSatisfy(fault -> assertThat(run.out())
                        .containsSubsequence(
                                "\n  " + fault.name() + "\n    wire     ", "\n    healthy  ", "\n    judged   "));
        assertThat(run.out()).contains("    source   RFC 6455 5.1, 7.1.7\n");
    }

    @Test
    void explainsOnlyWhatIsAskedFor() {
        assertThat(CommandLineRun.of("faults", "freeze", "unmasked").out().lines())
                .filteredOn(line -> line.startsWith("  ") && !line.startsWith("   "))
                .containsExactly("  freeze", "  unmasked");
        assertThat(CommandLineRun.of("faults", "--profile", "destructive").out())
                .startsWith("destructive: may take a server down");
    }

    @Test
    void keepsToItsPublishedSchema() throws Exception {
        PublishedSchema schema = PublishedSchema.named("faults-v1.schema.json");
        String json = CommandLineRun.of("faults", "--json").out();
        JsonNode document = Json.mapper().readTree(json);

        assertThat(schema.violations(json)).isEmpty();
        assertThat(document.at("/faults").findValuesAsText("name"))
                .containsExactlyElementsOf(Fault.all().stream().map(Fault::name).toList());
        ObjectNode wrong = (ObjectNode) document.at("/faults/0");
        wrong.put("profile", "harmless");
        assertThat(schema.violations(document.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faults frezee | there is no fault 'frezee'; did you mean 'freeze'? ('wsdoc faults' lists them)",
                "faults --profile slo | there is no profile 'slo'; did you mean 'slow'? (there are gentle, push, slow, hostile, destructive, all)",
                "faults freeze --profile hostile | freeze is not in profile hostile",
                "faults freeze abrupt --profile slow | abrupt is not in profile slow",
            })
    void saysInOneLineWhatIsWrong(String args, String complaint) {
        CommandLineRun run = CommandLineRun.of(args.split(" "));

        assertThat(run).isEqualTo(new CommandLineRun(2, "", "wsdoc: " + complaint + System.lineSeparator()));
    }

    /** A fault's own option goes before its profile's number. */
    @Test
    void aProfileInflictsEachOfItsFaults() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "chaos",
                "--profile",
                "gentle=2",
                "--profile",
                "destructive",
                "--i-own-this-server",
                "--drop",
                "3",
                "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        JsonNode faults = Json.mapper().readTree(run.out()).at("/faults");
        List<String> seen = faults.findValuesAsText("fault");
        assertThat(seen).containsExactly("drop", "going-away", "half-close", "polite", "oversize-claim");
        assertThat(faults.findValuesAsText("inflicted")).containsExactly("3", "2", "2", "2", "1");
    }
}

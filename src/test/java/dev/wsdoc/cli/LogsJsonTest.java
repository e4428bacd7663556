package dev.wsdoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import dev.wsdoc.model.Json;
import dev.wsdoc.report.PublishedSchema;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code wsdoc logs --json} promises to programs. */
class LogsJsonTest {
    private static final String UVICORN = LogsCommandTest.captured("uv_ws.log");
    private static final String SPRING = LogsCommandTest.captured("sb.log");
    private static final String NODE = LogsCommandTest.captured("nodews.log");

    @Test
    void anAuditKeepsToItsPublishedSchema() throws IOException {
        String json = json("logs", "--json", SPRING, "--since", "2026-11-22");
        assertThat(violations(json)).isEmpty();
        JsonNode audit = Json.mapper().readTree(json).get("audit");
        assertThat(audit.get("noise").asInt()).isEqualTo(34);
        assertThat(audit.at("/sentences/0/sentence").asText()).isEqualTo("Unexpected error");
        assertThat(audit.at("/sentences/0/example/line").asInt()).isEqualTo(16);
    }

    @Test
    void aComparisonKeepsToItsPublishedSchema() throws IOException {
        String json = json("logs", "--json", "--compare", UVICORN, SPRING);
        assertThat(violations(json)).isEmpty();
        JsonNode tree = Json.mapper().readTree(json);
        assertThat(tree.at("/reduction_percent/noise").asDouble()).isEqualTo(-36);
        assertThat(tree.at("/reduction_percent/needs_human").isNull()).isTrue();
        assertThat(tree.at("/changes/0/reduction_percent").asDouble()).isBetween(93.3, 93.4);
    }

    @Test
    void schemaRefusesWhatIsWrong() throws IOException {
        ObjectNode json = (ObjectNode) Json.mapper().readTree(json("logs", "--json", UVICORN));
        assertThat(violations(json.toString())).isEmpty();
        assertThat(violations(json.deepCopy().put("schema_version", 2).toString()))
                .isNotEmpty();
        assertThat(violations(json.deepCopy().put("kind", "comparison").toString()))
                .isNotEmpty();
        ObjectNode negative = json.deepCopy();
        ((ObjectNode) negative.get("audit")).put("lines", -1);
        assertThat(violations(negative.toString())).isNotEmpty();
        ObjectNode unheard = json.deepCopy();
        ((ObjectNode) unheard.at("/audit/cells/0")).put("category", "LOST");
        assertThat(violations(unheard.toString())).isNotEmpty();
    }

    @Test
    void explainsWithOneObjectForEachEntry() throws IOException {
        List<String> lines =
                json("logs", "--explain", "--json", UVICORN).lines().toList();
        assertThat(lines).hasSize(134);
        for (String line : lines) {
            assertThat(explainedViolations(line)).as(line).isEmpty();
        }
        JsonNode error = Json.mapper().readTree(lines.get(9));
        assertThat(error.fieldNames())
                .toIterable()
                .containsExactly("line", "lines", "level", "category", "rule", "text");
        assertThat(error.get("line").asInt()).isEqualTo(11);
        assertThat(error.get("lines").asInt()).isEqualTo(48);
        assertThat(error.get("level").asText()).isEqualTo("ERROR");
        assertThat(error.get("category").asText()).isEqualTo("CLOSED");
        assertThat(error.get("text").asText()).isEqualTo("Exception in ASGI application");
    }

    @Test
    void saysNullForALevelThatTheFormatDoesNotHave() throws IOException {
        JsonNode close = Json.mapper()
                .readTree(json("logs", "--explain", "--json", NODE)
                        .lines()
                        .toList()
                        .get(1));
        assertThat(close.get("level").isNull()).isTrue();
        assertThat(close.get("category").asText()).isEqualTo("CLOSED");
    }

    @Test
    void namesTheFileWhereThereAreSeveral() throws IOException {
        String first = json("logs", "--explain", "--json", NODE, UVICORN)
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(explainedViolations(first)).isEmpty();
        assertThat(Json.mapper().readTree(first).get("file").asText()).isEqualTo(NODE);
    }

    @Test
    void saysWhatCouldNotBeRead() throws IOException {
        CommandLineRun run = CommandLineRun.of("logs", "--json", "none.log", UVICORN);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(violations(run.out())).isEmpty();
        JsonNode audit = Json.mapper().readTree(run.out()).get("audit");
        assertThat(audit.get("sources")).hasSize(1);
        assertThat(audit.at("/unread/0/why").asText()).isEqualTo("no such file");
    }

    private static String json(String... args) {
        CommandLineRun run = CommandLineRun.of(args);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static List<Error> violations(String json) throws IOException {
        return PublishedSchema.named("logs-v1.schema.json").violations(json);
    }

    private static List<Error> explainedViolations(String json) throws IOException {
        return PublishedSchema.named("logs-v1.schema.json")
                .definition("explained")
                .violations(json);
    }
}

package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {

    @Test
    void namesTheFieldsThatReadersRelyOn() throws IOException {
        JsonNode json = tree(SampleReports.sick());
        assertThat(json.get("schema_version").asInt()).isEqualTo(Report.SCHEMA_VERSION);
        assertThat(json.get("wsdoc_version").asText()).isEqualTo("0.1.0");
        assertThat(json.get("verdict").asText()).isEqualTo("unhealthy");
        assertThat(json.get("interrupted").asBoolean()).isFalse();
        assertThat(json.get("target").asText()).isEqualTo("ws://127.0.0.1:8000/ws/customer/s1");
        assertThat(json.get("seed").asLong()).isEqualTo(-42);
        assertThat(json.get("started_at").asText()).isEqualTo("2026-11-22T20:31:38.123Z");
        assertThat(json.get("duration_ms").asLong()).isEqualTo(2134);
        assertThat(json.at("/findings/1/check").asText()).isEqualTo("log.no-unexpected-errors");
        assertThat(json.at("/findings/1/evidence/0").asText()).contains("Unexpected error");
        assertThat(json.at("/findings/3/outcome").asText()).isEqualTo("not_checked");
        assertThat(json.at("/faults/0/detect_ms/max").asDouble()).isEqualTo(1234);
        assertThat(json.at("/faults/0/noticed_by/cleaned").asInt()).isEqualTo(98);
        assertThat(json.at("/faults/0/log_lines").asInt()).isEqualTo(400);
        assertThat(json.at("/faults/1/detect_ms").isNull()).isTrue();
        assertThat(json.at("/log/unexpected_error_lines").asInt()).isEqualTo(100);
        assertThat(json.at("/log/by_category/RESET/DEBUG").asInt()).isEqualTo(100);
    }

    @Test
    void saysNullForWhatThereWasNot() throws IOException {
        JsonNode json = tree(SampleReports.empty());
        assertThat(json.get("log").isNull()).isTrue();
        assertThat(json.get("bystanders").isNull()).isTrue();
        assertThat(json.get("findings").isEmpty()).isTrue();
    }

    @Test
    void carriesForeignTextUnchangedInAscii() throws IOException {
        String json = text(SampleReports.hostile());
        assertThat(json.replace("\n", "")).matches("[ -~]*");
        assertThat(Json.mapper().readTree(json).at("/findings/0/observed").asText())
                .isEqualTo(SampleReports.HOSTILE.replace('\ud800', '\ufffd'));
    }

    @Test
    void keepsToItsPublishedSchema() throws IOException {
        for (Report report : SampleReports.all()) {
            assertThat(violations(text(report))).isEmpty();
        }
    }

    static Stream<Arguments> wrongDocuments() {
        return Stream.of(
                wrong("no verdict", json -> json.remove("verdict")),
                wrong("unknown verdict", json -> json.put("verdict", "fine")),
                wrong("another schema version", json -> json.put("schema_version", 2)),
                wrong("a time that is none", json -> json.put("started_at", "yesterday")),
                wrong("a negative duration", json -> json.put("duration_ms", -1)),
                wrong("a seed in quotes", json -> json.put("seed", "42")),
                wrong("unknown outcome", json -> first(json, "findings").put("outcome", "skipped")),
                wrong("a check without a group", json -> first(json, "findings").put("check", "Log")),
                wrong(
                        "a failure without a remedy",
                        json -> first(json, "findings").put("outcome", "fail").put("remedy", "")),
                wrong(
                        "half of the quantiles",
                        json -> ((ObjectNode) first(json, "faults").get("detect_ms")).remove("p99")),
                wrong("a count in words", json -> first(json, "faults").put("noticed", "all")),
                wrong("no log field", json -> json.remove("log")),
                wrong("a log without lines", json -> ((ObjectNode) json.get("log")).remove("lines")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDocuments")
    void schemaRefusesWhatIsWrong(String name, Consumer<ObjectNode> spoil) throws IOException {
        ObjectNode json = (ObjectNode) tree(SampleReports.sick());
        assertThat(violations(json.toString())).isEmpty();
        spoil.accept(json);
        assertThat(violations(json.toString())).isNotEmpty();
    }

    private static Arguments wrong(String name, Consumer<ObjectNode> spoil) {
        return Arguments.of(name, spoil);
    }

    private static ObjectNode first(ObjectNode json, String list) {
        return (ObjectNode) json.get(list).get(0);
    }

    private static List<Error> violations(String json) throws IOException {
        return PublishedSchema.named("report-v1.schema.json").violations(json);
    }

    private static JsonNode tree(Report report) throws IOException {
        return Json.mapper().readTree(text(report));
    }

    private static String text(Report report) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.JSON.write(report, out, TextStyle.FILE);
        return out.toString();
    }
}

package dev.wsdoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Json;
import dev.wsdoc.server.manager.policy.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

class ServerLogTest {
    @TempDir
    private Path directory;

    private ServerLog open(String name, LogFormat format) throws IOException {
        return ServerLog.open(new LogTarget.File(directory.resolve(name)), Level.DEBUG, format);
    }

    @Test
    void writesOneTextLineAnEvent() throws IOException {
        try (ServerLog log = open("a.log", LogFormat.TEXT)) {
            log.logger().debug("Connection {} already closed: {}", "customer_s1-42", "gone");
            log.logger().trace("too fine");
        }
        assertThat(Files.readString(directory.resolve("a.log")))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} DEBUG wsdoc - "
                        + "Connection customer_s1-42 already closed: gone\\R");
    }

    @Test
    void writesOneJsonObjectAnEvent() throws IOException {
        try (ServerLog log = open("a.json", LogFormat.JSON)) {
            log.logger().atWarn().addKeyValue("connection", "echo-1").log("Slow {}", "consumer");
            log.logger().error("Unexpected error", new IllegalStateException("a \"bug\"\nin two lines"));
        }
        var lines = Files.readAllLines(directory.resolve("a.json"));
        assertThat(lines).hasSize(2);
        JsonNode first = Json.mapper().readTree(lines.get(0));
        assertThat(first.get("level").asText()).isEqualTo("WARN");
        assertThat(first.get("logger").asText()).isEqualTo("wsdoc");
        assertThat(first.get("message").asText()).isEqualTo("Slow consumer");
        assertThat(first.get("connection").asText()).isEqualTo("echo-1");
        assertThat(first.get("timestamp").asText()).endsWith("Z");
        assertThat(Json.mapper().readTree(lines.get(1)).get("exception").asText())
                .contains("IllegalStateException: a \"bug\"");
    }

    @Test
    void keepsTheLogsOfTwoServersApart() throws IOException {
        try (ServerLog one = open("one.log", LogFormat.TEXT);
                ServerLog two = open("two.log", LogFormat.TEXT)) {
            one.logger().info("from one");
            two.logger().info("from two");
        }
        assertThat(Files.readString(directory.resolve("one.log")))
                .contains("from one")
                .doesNotContain("from two");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysOnceThatItIsLost() throws IOException {
        List<String> reasons = new ArrayList<>();
        try (ServerLog log =
                ServerLog.open(new LogTarget.File(Path.of("/dev/full")), Level.INFO, LogFormat.TEXT, reasons::add)) {
            log.logger().info("one");
            log.logger().info("two");
        }
        assertThat(reasons).containsExactly("No space left on device");
    }

    @Test
    void printsWithoutAHead() throws IOException {
        try (ServerLog log = open("a.log", LogFormat.TEXT)) {
            LogLine.print(log.logger(), Level.INFO, "write: broken pipe");
        }
        assertThat(Files.readString(directory.resolve("a.log"))).isEqualTo("write: broken pipe\n");
    }

    @Test
    void saysInOneLineWhyAFileCannotBeWritten() {
        assertThatThrownBy(() -> open("no/such/dir.log", LogFormat.TEXT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("dir.log")
                .hasMessageContaining("directory does not exist");
        assertThatThrownBy(() -> ServerLog.open(new LogTarget.File(directory), Level.INFO, LogFormat.TEXT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(directory.toString());
    }
}

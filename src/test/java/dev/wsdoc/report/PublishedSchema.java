package dev.wsdoc.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** One of the JSON schemas that are published with wsdoc. */
public final class PublishedSchema {
    private final ObjectNode schema;

    private PublishedSchema(ObjectNode schema) {
        this.schema = schema;
    }

    public static PublishedSchema named(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(file))) {
            return new PublishedSchema((ObjectNode) Json.mapper().readTree(in));
        }
    }

    /** The schema of one of its definitions. */
    public PublishedSchema definition(String name) {
        ObjectNode part = schema.deepCopy();
        part.remove("oneOf");
        part.put("$ref", "#/$defs/" + name);
        return new PublishedSchema(part);
    }

    public List<Error> violations(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString())
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}

package dev.wsdoc.logaudit.head;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a JSON line says of the error behind it, written out as the text of a stack trace. Stateless. */
final class JsonError {
    private static final String[] ERRORS = {
        "err",
        "error",
        "exception",
        "Exception",
        "stack_trace",
        "stacktrace",
        "stackTrace",
        "thrown",
        "throwable",
        "@x",
        "stack",
        "exc_info",
        "exc",
        "error.type",
        "error.message",
        "error.stack_trace",
        "full_message",
    };
    private static final String[] CONTEXT = {
        "code", "close_code", "closeCode", "errno", "syscall", "reason", "cause", "disconnect_reason", "errorVerbose",
        "url", "endpoint", "op", "operation", "component", "db", "queue", "topic", "bucket"
    };
    private static final String[] ORIGINS = {
        "logger", "logger_name", "loggerName", "target", "Category", "log.logger", "channel", "name", "type"
    };

    /** Where an error has the one that it came from. */
    private static final String[] CAUSES = {
        "cause",
        "causes",
        "caused_by",
        "causedBy",
        "inner_exception",
        "innerException",
        "InnerException",
        "previous",
        "errors",
        "aggregateErrors"
    };

    private static final int DEEPEST = 20;
    private static final int LONGEST = 64 * 1024; // characters that are taken out of one

    private JsonError() {}

    static @Nullable String describe(JsonNode record) {
        StringBuilder out = new StringBuilder();
        for (String key : ORIGINS) {
            if (record.path(key).isTextual()) {
                line(out, record.path(key).textValue());
            }
        }
        JsonNode fields = record.path("fields");
        for (String key : CONTEXT) {
            JsonNode value = record.has(key) ? record.path(key) : fields.path(key);
            if (value.isValueNode()) {
                line(out, key + "=" + value.asText());
            }
        }
        for (String key : ERRORS) {
            error(out, record.has(key) ? record.path(key) : fields.path(key), 0);
        }
        return out.length() == 0 ? null : out.toString();
    }

    private static void error(StringBuilder out, JsonNode error, int depth) {
        if (depth > DEEPEST || error.isNull() || error.isMissingNode() || out.length() > LONGEST) {
            return;
        }
        if (error.isValueNode()) {
            line(out, error.asText());
        } else if (error.isArray()) {
            error.forEach(element -> error(out, element, depth + 1));
        } else {
            object(out, error, depth);
        }
    }

    private static void object(StringBuilder out, JsonNode error, int depth) {
        String stack = text(
                error,
                "stack",
                "stack_trace",
                "stacktrace",
                "backtrace",
                "traceback",
                "StackTrace",
                "StackTraceString",
                "trace");
        String type =
                text(error, "type", "className", "name", "class", "exception_class", "exc_type", "ClassName", "kind");
        String message = text(error, "message", "msg", "value", "exc_value", "Message", "localizedMessage");
        if (type != null || message != null) {
            String both = type != null && message != null ? type + ": " + message : type != null ? type : message;
            line(out, depth == 0 ? both : "Caused by: " + both);
        }
        if (stack != null) {
            line(out, stack);
        }
        for (String key : CONTEXT) {
            if (error.path(key).isValueNode()) {
                line(out, "  " + key + ": '" + error.path(key).asText() + "'");
            }
        }
        frames(out, error.path("stepArray"));
        for (String key : CAUSES) {
            error(out, error.path(key), depth + 1);
        }
        suppressed(out, error.path("suppressed"));
    }

    private static void suppressed(StringBuilder out, JsonNode errors) {
        for (JsonNode error : errors) {
            StringBuilder one = new StringBuilder();
            error(one, error, 0);
            one.toString().lines().findFirst().ifPresent(first -> line(out, "\tSuppressed: " + first));
        }
    }

    private static void frames(StringBuilder out, JsonNode steps) {
        for (JsonNode step : steps) {
            line(
                    out,
                    "\tat " + step.path("className").asText() + "."
                            + step.path("methodName").asText() + "()");
        }
    }

    private static @Nullable String text(JsonNode object, String... keys) {
        for (String key : keys) {
            if (object.path(key).isTextual()) {
                return object.path(key).textValue();
            }
        }
        return null;
    }

    private static void line(StringBuilder out, @Nullable String text) {
        out.append(out.length() == 0 ? "" : "\n").append(text);
    }
}

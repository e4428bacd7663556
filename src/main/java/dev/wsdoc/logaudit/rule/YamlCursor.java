package dev.wsdoc.logaudit.rule;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.wsdoc.logaudit.parse.Timestamp;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Walks over a YAML document and knows the place of every mistake. One document, one thread. */
final class YamlCursor {
    private final JsonParser parser;
    private final String name;

    YamlCursor(Reader yaml, String name) {
        this.name = name;
        try {
            this.parser = new YAMLFactory().createParser(yaml);
        } catch (IOException e) {
            throw new RulesException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Moves on; at the end of the document the token is NOT_AVAILABLE. */
    JsonToken next() {
        try {
            JsonToken token = parser.nextToken();
            return token == null ? JsonToken.NOT_AVAILABLE : token;
        } catch (JsonProcessingException e) {
            // The library's message goes on with an excerpt of the file.
            String what = e.getOriginalMessage()
                    .lines()
                    .filter(line -> !line.startsWith(" "))
                    .collect(Collectors.joining("; "));
            throw new RulesException(place(e.getLocation()) + what, e);
        } catch (IOException e) {
            throw new RulesException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    void expectArray(String what) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw mistake(what + " must be a list");
        }
    }

    /** The name of the next field of an object that has begun, or an empty one at its end. */
    String nextField() {
        return next() == JsonToken.FIELD_NAME ? text() : "";
    }

    String string(String what) {
        next();
        return currentString(what);
    }

    int number(String what) {
        String digits = string(what);
        if (digits.isEmpty() || digits.length() > 9 || Timestamp.digits(digits, 0) != digits.length()) {
            throw mistake(what + " must be a number, not '" + digits + "'");
        }
        return Integer.parseInt(digits);
    }

    List<String> strings(String what) {
        next();
        return currentStrings(what);
    }

    List<List<String>> lists(String what) {
        next();
        expectArray(what);
        List<List<String>> lists = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            lists.add(currentStrings(what));
        }
        return lists;
    }

    <E extends Enum<E>> E constant(Class<E> type, String what) {
        String word = string(what);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw mistake(what + " '" + word + "' is none of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    /** Builds something from what was read; what it objects to is a mistake at {@code start}. */
    <T> T build(JsonLocation start, Supplier<T> construction) {
        try {
            return construction.get();
        } catch (IllegalArgumentException e) {
            throw new RulesException(place(start) + e.getMessage(), e);
        }
    }

    JsonLocation location() {
        return parser.currentTokenLocation();
    }

    RulesException mistake(String what) {
        return new RulesException(place(location()) + what, new IllegalArgumentException(what));
    }

    private List<String> currentStrings(String what) {
        expectArray(what);
        List<String> strings = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            strings.add(currentString(what));
        }
        return strings;
    }

    /** The text at which the cursor stands. */
    String currentString(String what) {
        if (!parser.currentToken().isScalarValue()) {
            throw mistake(what + " must be a text");
        }
        return text();
    }

    private String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw new RulesException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private String place(JsonLocation location) {
        return name + ":" + location.getLineNr() + ":" + location.getColumnNr() + ": ";
    }
}

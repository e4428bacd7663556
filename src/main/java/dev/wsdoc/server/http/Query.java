package dev.wsdoc.server.http;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request: whole numbers and switches. */
final class Query {
    private final Map<String, String> values = new HashMap<>();

    /** @param raw the part after the question mark, null when there is none */
    Query(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
    }

    /** @throws BadParameterException when the value is not a whole number in the range */
    long number(String name, long otherwise, long least, long most) throws BadParameterException {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        long number;
        try {
            number = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new BadParameterException(name + " '" + value + "' is not a whole number");
        }
        if (number < least || number > most) {
            throw new BadParameterException(name + " " + number + " is not between " + least + " and " + most);
        }
        return number;
    }

    /** @throws BadParameterException when the value is neither true nor false */
    boolean isOn(String name) throws BadParameterException {
        String value = values.getOrDefault(name, "false");
        return switch (value) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new BadParameterException(name + " '" + value + "' is neither true nor false");
        };
    }
}

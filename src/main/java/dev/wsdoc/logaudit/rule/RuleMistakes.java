package dev.wsdoc.logaudit.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Says in the words of a rules file what is wrong in one. Holds no state. */
final class RuleMistakes extends DeserializationProblemHandler {
    private static final String HAS_NO_FIELD = "has no field ";

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String field)
            throws JsonMappingException {
        throw MismatchedInputException.from(parser, (Class<?>) null, HAS_NO_FIELD + "'" + field + "'");
    }

    /** What is wrong, in one line. */
    static String words(JsonProcessingException e) {
        if (e.getCause() instanceof PatternSyntaxException regex) {
            return regex.getDescription() + " near index " + regex.getIndex() + " of '" + regex.getPattern() + "'";
        }
        if (e instanceof InvalidFormatException format) {
            return wrongValue(format);
        }
        if (e instanceof MismatchedInputException mismatch) {
            return wrongShape(mismatch);
        }
        return ownWords(e);
    }

    private static String wrongValue(InvalidFormatException e) {
        return e.getTargetType().isEnum()
                ? field(e) + " '" + e.getValue() + "' is none of "
                        + Arrays.toString(e.getTargetType().getEnumConstants()).toLowerCase(Locale.ROOT)
                : field(e) + " must be a number, not '" + e.getValue() + "'";
    }

    private static String wrongShape(MismatchedInputException e) {
        Class<?> wanted = e.getTargetType();
        if (wanted == null) {
            return e.getOriginalMessage().startsWith(HAS_NO_FIELD) ? field(e) + " " + ownWords(e) : ownWords(e);
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return field(e) + " must be a list";
        }
        return field(e) + " must be a "
                + (wanted == String.class || wanted.isEnum()
                        ? "text"
                        : wanted == int.class ? "number" : "map of fields");
    }

    /** The innermost field on the way to the mistake. */
    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .reduce("a rule", (outer, inner) -> inner);
    }

    /** The library's message, without the excerpt of the file that it goes on with. */
    private static String ownWords(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining("; "));
    }
}

package dev.wsdoc.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Json;

/** What came of asking a server something: a failure to answer is a result, not an exception. */
public sealed interface Answer<T> {
    /**
     * It answered.
     *
     * @param json the answer as the server sent it, with fields that {@code value} may not know
     */
    record Given<T>(T value, JsonNode json) implements Answer<T> {
        public Given(T value) {
            this(value, Json.mapper().valueToTree(value));
        }
    }

    /**
     * It did not.
     *
     * @param reason why there is no answer, as one line for people that begins with the URL
     */
    record Missing<T>(String reason) implements Answer<T> {}

    /**
     * It did, but what it said is of no use: a metric that is NaN counts nothing.
     *
     * @param reason what it said, as one line for people that begins with the URL
     */
    record Useless<T>(String reason) implements Answer<T> {}
}

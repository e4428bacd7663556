package dev.wsdoc.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a check came out. */
public enum Outcome {
    /** Looked at, and as it should be. */
    PASS,
    /** Looked at, and worth a thought, but not a disease. */
    WARN,
    /** Looked at, and not as it should be. */
    FAIL,
    /** Not looked at, because the evidence was missing; never a pass. */
    NOT_CHECKED;

    /** The name in reports, such as {@code not_checked}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.wsdoc.logaudit;

import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one text: the first rule of each sort that fits, or null.
 *
 * @param settling a rule that finds a category or calls the text normal
 * @param marker an OUTBOUND or INBOUND rule
 */
record Fit(
        @Nullable Rule settling,
        @Nullable Rule wrapper,
        @Nullable Rule marker) {
    static final Fit NONE = new Fit(null, null, null);

    /** Whether a rule of this sort was found already, so that no other is needed. */
    boolean hasOne(Kind kind) {
        if (kind.settles()) {
            return settling != null;
        }
        return kind == Kind.WRAPPER ? wrapper != null : marker != null;
    }

    /** This, and another rule that fits; a rule of its sort that came before it stays. */
    Fit and(Rule rule) {
        if (rule.kind().settles()) {
            return settling == null ? new Fit(rule, wrapper, marker) : this;
        }
        if (rule.kind() == Kind.WRAPPER) {
            return wrapper == null ? new Fit(settling, rule, marker) : this;
        }
        return marker == null ? new Fit(settling, wrapper, rule) : this;
    }

    boolean isOutbound() {
        return marker != null && marker.kind() == Kind.OUTBOUND;
    }
}

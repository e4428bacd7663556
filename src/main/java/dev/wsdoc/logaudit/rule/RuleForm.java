package dev.wsdoc.logaudit.rule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.model.Category;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in a file, before anybody checks it. Fields and no record: a record is built at its end, when nobody knows any more
 * where in the file a field stood that is not known.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class RuleForm {
    private String id = "";
    private @Nullable Kind kind;
    private @Nullable Category category;
    private String what = "";
    private MatchForm match = new MatchForm();
    private MatchForm unless = new MatchForm();

    private @Nullable Level from;

    @JsonProperty("up-to")
    private @Nullable Level upTo;

    private List<ExampleForm> examples = List.of();

    /** What a text must contain, as it stands in a file. */
    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    private static final class MatchForm {
        private List<String> any = List.of();
        private List<String> also = List.of();
        private List<String> all = List.of();
        private List<NearForm> near = List.of();
        private List<Expression> regex = List.of();

        Match match() {
            return new Match(
                    any,
                    also,
                    all,
                    near.stream().map(NearForm::near).toList(),
                    regex.stream().map(Expression::pattern).toList());
        }
    }

    /** An expression, which stands in a file as a text. */
    private record Expression(Pattern pattern) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Expression of(String regex) {
            return new Expression(Match.compile(regex));
        }
    }

    /** Words in a row, as they stand in a file. */
    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    private static final class NearForm {
        private List<List<String>> words = List.of();
        private int within;

        Near near() {
            return new Near(words, within);
        }
    }

    /** An example, as it stands in a file. */
    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    private static final class ExampleForm {
        private String text = "";
        private @Nullable Category category;

        Rule.Example example() {
            return new Rule.Example(text, category);
        }
    }

    /**
     * The rule.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    Rule rule() {
        if (kind == null) {
            throw new IllegalArgumentException("rule '" + id + "' has no kind");
        }
        List<Rule.Example> texts = examples.stream().map(ExampleForm::example).toList();
        return new Rule(id, kind, category, what, match.match(), unless.match(), from, upTo, texts);
    }
}

package dev.wsdoc.logaudit.rule;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import dev.wsdoc.logaudit.parse.Level;
import dev.wsdoc.model.Category;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules from YAML: a list of rules as {@link Rule} describes them. Whatever is not known there is a mistake, and a mistake is told
 * with line and column. One file, one thread.
 */
final class RulesReader {
    private final YamlCursor yaml;
    private final Set<String> ids = new HashSet<>();

    private RulesReader(YamlCursor yaml) {
        this.yaml = yaml;
    }

    static List<Rule> read(Reader yaml, String name) {
        return new RulesReader(new YamlCursor(yaml, name)).rules();
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        if (yaml.next() == JsonToken.NOT_AVAILABLE) {
            return rules;
        }
        yaml.expectArray("a rules file");
        while (yaml.next() != JsonToken.END_ARRAY) {
            rules.add(rule());
        }
        return rules;
    }

    private Rule rule() {
        JsonLocation start = yaml.location();
        RuleFields fields = new RuleFields();
        for (String field = yaml.nextField(); !field.isEmpty(); field = yaml.nextField()) {
            switch (field) {
                case "id" -> fields.id = id();
                case "kind" -> fields.kind = yaml.constant(Kind.class, field);
                case "category" -> fields.category = yaml.constant(Category.class, field);
                case "what" -> fields.what = yaml.string(field);
                case "match" -> fields.match = match();
                case "unless" -> fields.unless = match();
                case "up-to" -> fields.upTo = yaml.constant(Level.class, field);
                case "examples" -> examples(fields.examples);
                default -> throw yaml.mistake("a rule has no field '" + field + "'");
            }
        }
        return yaml.build(start, fields::build);
    }

    private String id() {
        String id = yaml.string("id");
        if (!ids.add(id)) {
            throw yaml.mistake("two rules have the id " + id);
        }
        return id;
    }

    private Match match() {
        yaml.next();
        JsonLocation start = yaml.location();
        List<String> any = new ArrayList<>();
        List<String> also = new ArrayList<>();
        List<String> all = new ArrayList<>();
        List<Near> near = new ArrayList<>();
        List<Pattern> regex = new ArrayList<>();
        for (String field = yaml.nextField(); !field.isEmpty(); field = yaml.nextField()) {
            switch (field) {
                case "any" -> any.addAll(yaml.strings(field));
                case "also" -> also.addAll(yaml.strings(field));
                case "all" -> all.addAll(yaml.strings(field));
                case "near" -> near(near);
                case "regex" -> patterns(regex);
                default -> throw yaml.mistake("a match has no field '" + field + "'");
            }
        }
        return yaml.build(start, () -> new Match(any, also, all, near, regex));
    }

    private void near(List<Near> rows) {
        yaml.next();
        yaml.expectArray("near");
        while (yaml.next() != JsonToken.END_ARRAY) {
            rows.add(row());
        }
    }

    private Near row() {
        JsonLocation start = yaml.location();
        List<List<String>> words = new ArrayList<>();
        int within = 0;
        for (String field = yaml.nextField(); !field.isEmpty(); field = yaml.nextField()) {
            switch (field) {
                case "words" -> words.addAll(yaml.lists(field));
                case "within" -> within = yaml.number(field);
                default -> throw yaml.mistake("near has no field '" + field + "'");
            }
        }
        int distance = within;
        return yaml.build(start, () -> new Near(words, distance));
    }

    private void patterns(List<Pattern> patterns) {
        yaml.next();
        yaml.expectArray("regex");
        while (yaml.next() != JsonToken.END_ARRAY) {
            patterns.add(pattern(yaml.currentString("regex")));
        }
    }

    private Pattern pattern(String regex) {
        try {
            return Match.compile(regex);
        } catch (PatternSyntaxException e) {
            throw yaml.mistake(e.getDescription() + " near index " + e.getIndex() + " of '" + regex + "'");
        }
    }

    private void examples(List<Rule.Example> examples) {
        yaml.next();
        yaml.expectArray("examples");
        while (yaml.next() != JsonToken.END_ARRAY) {
            examples.add(example());
        }
    }

    private Rule.Example example() {
        JsonLocation start = yaml.location();
        String text = "";
        Category category = null;
        for (String field = yaml.nextField(); !field.isEmpty(); field = yaml.nextField()) {
            switch (field) {
                case "text" -> text = yaml.string(field);
                case "category" -> category = yaml.constant(Category.class, field);
                default -> throw yaml.mistake("an example has no field '" + field + "'");
            }
        }
        String found = text;
        Category wanted = category;
        return yaml.build(start, () -> new Rule.Example(found, wanted));
    }

    /** A rule whose fields come one by one. */
    private static final class RuleFields {
        private String id = "";
        private @Nullable Kind kind;
        private @Nullable Category category;
        private String what = "";
        private Match match = Match.NOTHING;
        private Match unless = Match.NOTHING;
        private @Nullable Level upTo;
        private final List<Rule.Example> examples = new ArrayList<>();

        Rule build() {
            if (kind == null) {
                throw new IllegalArgumentException("rule '" + id + "' has no kind");
            }
            return new Rule(id, kind, category, what, match, unless, upTo, examples);
        }
    }
}

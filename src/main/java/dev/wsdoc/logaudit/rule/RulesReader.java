package dev.wsdoc.logaudit.rule;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads rules from YAML: a list of rules as {@link Rule} describes them. Whatever is not known there is a mistake, and a mistake is told
 * with line and column; where a whole rule makes no sense, with those of its beginning.
 */
final class RulesReader {
    private static final ObjectReader RULE = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.SKIP, Nulls.FAIL))
            .build()
            .readerFor(RuleForm.class)
            .withHandler(new RuleMistakes());

    private final JsonParser parser;
    private final String name;
    private final Set<String> ids = new HashSet<>();

    private RulesReader(JsonParser parser, String name) {
        this.parser = parser;
        this.name = name;
    }

    static List<Rule> read(Reader yaml, String name) {
        try (JsonParser parser = RULE.createParser(yaml)) {
            return new RulesReader(parser, name).rules();
        } catch (JsonProcessingException e) {
            throw mistake(name, e.getLocation(), RuleMistakes.words(e), e);
        } catch (IOException e) {
            throw new RulesException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Rule> rules() throws IOException {
        List<Rule> rules = new ArrayList<>();
        JsonToken first = parser.nextToken();
        if (first != null && first != JsonToken.START_ARRAY) {
            throw MismatchedInputException.from(parser, (Class<?>) null, "a rules file must be a list");
        }
        while (first != null && parser.nextToken() != JsonToken.END_ARRAY) {
            rules.add(rule());
        }
        return rules;
    }

    private Rule rule() throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        if (!parser.isExpectedStartObjectToken()) {
            throw MismatchedInputException.from(parser, (Class<?>) null, "a rule must have fields, such as id");
        }
        RuleForm form = RULE.readValue(parser);
        try {
            Rule rule = form.rule();
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules have the id " + rule.id());
            }
            return rule;
        } catch (IllegalArgumentException e) {
            throw mistake(name, start, String.valueOf(e.getMessage()), e);
        }
    }

    private static RulesException mistake(String name, JsonLocation location, String what, Exception cause) {
        return new RulesException(
                name + ":" + location.getLineNr() + ":" + location.getColumnNr() + ": " + what, cause);
    }
}

package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.head.Level;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules by which entries are judged, in the order in which they are tried. Immutable, shared by any number of auditors. */
public final class Rules {
    /** The built-in rules as they are written, beside this class. */
    static final String SOURCE = "rules.yaml";

    /** The same as {@link CompiledRules}. */
    static final String COMPILED = "rules.bin";

    private final List<Rule> rules;

    /** Those that say what a text tells of. */
    private final RuleIndex findings;

    /** Those that say whose connection it was: looked at only where that matters. */
    private final RuleIndex markers;

    /** Those of them that hold for frames of stacks too. */
    private final RuleIndex stackMarkers;

    /** Those by which an entry without a level is unknown. */
    private final RuleIndex troubles;

    /** Those that decide wherever they fit, and what is quoted. */
    private final RuleIndex overruling;

    private Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.findings = new RuleIndex(rules.stream()
                .filter(rule -> !rule.kind().marks() && rule.kind() != Kind.TROUBLE)
                .toList());
        this.troubles = new RuleIndex(
                rules.stream().filter(rule -> rule.kind() == Kind.TROUBLE).toList());
        this.markers =
                new RuleIndex(rules.stream().filter(rule -> rule.kind().marks()).toList());
        this.stackMarkers = new RuleIndex(rules.stream()
                .filter(rule -> rule.kind().marks() && rule.kind() != Kind.HINT)
                .toList());
        this.overruling = new RuleIndex(overruling(rules));
    }

    /** All of these kinds, and the rules of normal operation that stand above them: a mistake that is quoted is none. */
    private static List<Rule> overruling(List<Rule> rules) {
        int last = 0;
        for (int i = 0; i < rules.size(); i++) {
            last = rules.get(i).kind().overrules() ? i : last;
        }
        return rules.subList(0, last + 1).stream()
                .filter(rule -> rule.kind().overrules() || rule.kind() == Kind.NORMAL)
                .toList();
    }

    /** The rules in the jar. */
    public static Rules builtIn() {
        return BuiltIn.RULES;
    }

    /**
     * These rules and those of a YAML file: one with a known id takes that rule's place, any other comes before all the built-in ones.
     *
     * @throws RulesException if the file is not what it should be, with line and column
     */
    public Rules with(Path yaml) {
        if (Files.isDirectory(yaml)) {
            throw new RulesException(yaml + ": is a directory");
        }
        try (Reader reader = Files.newBufferedReader(yaml)) {
            return with(RulesReader.read(reader, yaml.toString()));
        } catch (NoSuchFileException e) {
            throw new RulesException(yaml + ": no such file", e);
        } catch (IOException e) {
            throw new RulesException(yaml + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** All rules in the order of trial. */
    public List<Rule> all() {
        return rules;
    }

    private Rules with(List<Rule> more) {
        Map<String, Rule> merged = new LinkedHashMap<>();
        rules.forEach(rule -> merged.put(rule.id(), rule));
        List<Rule> added = new ArrayList<>();
        for (Rule rule : more) {
            if (merged.replace(rule.id(), rule) == null) {
                added.add(rule);
            }
        }
        added.addAll(merged.values());
        return new Rules(added);
    }

    /** Whether any rule could say that the text is not just normal operation: cheap, and no in most cases. */
    boolean mayAlarm(String text) {
        return findings.mayAlarm(text);
    }

    /** What the rules say of one text. */
    RuleMatch fit(String text, @Nullable Level level) {
        return findings.fit(text, level);
    }

    /** The first DEATH or MISTAKE rule that knows a text, or null; cheap where there is none. */
    @Nullable
    Rule overruling(String text, @Nullable Level level) {
        Rule rule = overruling.mayAlarm(text) ? overruling.fit(text, level).settling() : null;
        return rule != null && rule.kind().overrules() ? rule : null;
    }

    /** The first rule that hears trouble in a text, or null. */
    @Nullable
    Rule trouble(String text) {
        return troubles.mayAlarm(text) ? troubles.fit(text, null).wrapper() : null;
    }

    /** The first OUTBOUND, HINT or INBOUND rule that knows a text, or null. */
    @Nullable
    Rule marker(String text) {
        return markers.fit(text, null).settling();
    }

    /** The first OUTBOUND or INBOUND rule that knows a frame of a stack, or null. */
    @Nullable
    Rule stackMarker(String frame) {
        return stackMarkers.fit(frame, null).settling();
    }

    private static final class BuiltIn {
        static final Rules RULES = load();

        private static Rules load() {
            try (InputStream in = Rules.class.getResourceAsStream(COMPILED)) {
                // an IDE compiles without Maven
                return new Rules(in == null ? written() : CompiledRules.read(new BufferedInputStream(in)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The built-in rules, read from what people write. */
    static List<Rule> written() throws IOException {
        try (InputStream in = Rules.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IllegalStateException(SOURCE + " is missing from the jar");
            }
            return RulesReader.read(new InputStreamReader(in, StandardCharsets.UTF_8), SOURCE);
        }
    }
}

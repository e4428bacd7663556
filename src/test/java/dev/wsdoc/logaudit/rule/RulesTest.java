package dev.wsdoc.logaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.logaudit.Audits;
import dev.wsdoc.logaudit.LogAuditor;
import dev.wsdoc.model.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void findsWhatTheExampleSays(String rule, String text, String category) {
        assertThat(String.valueOf(Audits.category(text))).isEqualTo(category);
    }

    static Stream<Arguments> examples() {
        return Rules.builtIn().all().stream()
                .flatMap(rule -> rule.examples().stream()
                        .map(example -> Arguments.of(rule.id(), example.text(), String.valueOf(example.category()))));
    }

    @Test
    void everyRuleHasAnExample() {
        assertThat(Rules.builtIn().all()).noneMatch(rule -> rule.examples().isEmpty());
    }

    @Test
    void everyRuleCanBeFoundByALiteral() {
        assertThat(Rules.builtIn().all())
                .noneMatch(rule ->
                        rule.match().any().isEmpty() && rule.match().all().isEmpty());
    }

    @Test
    void anAddedRuleComesBeforeTheBuiltInOnes() throws IOException {
        Rules rules = Rules.builtIn().with(file("""
                - id: mine.reset
                  kind: cause
                  category: CLOSED
                  what: Here a reset is how clients leave.
                  match: {any: [connection reset]}
                """));
        assertThat(judge(rules, "java.net.SocketException: Connection reset").rule())
                .isEqualTo("mine.reset");
        assertThat(rules.all()).hasSize(Rules.builtIn().all().size() + 1);
    }

    @Test
    void aRuleWithAKnownIdTakesItsPlace() throws IOException {
        Rules rules = Rules.builtIn().with(file("""
                - id: reset.errno
                  kind: cause
                  category: UNEXPECTED
                  what: Here nobody may reset.
                  match: {any: [connection reset]}
                """));
        assertThat(judge(rules, "java.net.SocketException: Connection reset").category())
                .isEqualTo(Category.UNEXPECTED);
        assertThat(rules.all()).hasSize(Rules.builtIn().all().size());
    }

    @Test
    void aRuleForWordsInARowMindsTheirOrderAndDistance() throws IOException {
        Rules rules = Rules.builtIn().with(file("""
                - id: mine.row
                  kind: cause
                  category: NO_PONG
                  what: A phone fell asleep.
                  match:
                    any: [asleep]
                    near: [{words: [[phone], [fell, falls], [asleep]], within: 5}]
                """));
        assertThat(judge(rules, "the phone fell asleep").category()).isEqualTo(Category.NO_PONG);
        assertThat(judge(rules, "fell asleep: the phone").category()).isNull();
        assertThat(judge(rules, "the phone fell and was asleep").category()).isNull();
    }

    @Test
    void aRuleMayAskForOneOfTheseAndOneOfThose() throws IOException {
        Rules rules = Rules.builtIn().with(file("""
                - id: mine.fleet
                  kind: cause
                  category: CLOSED
                  what: A boat is gone.
                  match: {any: [sank, drifted], also: [boat, ship]}
                """));
        assertThat(judge(rules, "the ship sank").category()).isEqualTo(Category.CLOSED);
        assertThat(judge(rules, "the stone sank").category()).isNull();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void saysWhereTheMistakeIs(String yaml, String place, String what) throws IOException {
        Path file = file(yaml);
        Rules rules = Rules.builtIn();
        assertThatThrownBy(() -> rules.with(file))
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith(file + ":" + place)
                .hasMessageContaining(what);
    }

    static Stream<Arguments> mistakes() {
        String rule = "- id: a\n  kind: cause\n  category: RESET\n  what: x\n";
        return Stream.of(
                Arguments.of(rule + "  match: {any: [ab]}\n  mach: {}\n", "6:9", "a rule has no field 'mach'"),
                Arguments.of(rule.replace("RESET", "RESTE") + "  match: {any: [ab]}\n", "3:13", "RESTE"),
                Arguments.of(rule + "  match: {any: [ab], regex: ['(']}\n", "5:30", "Unclosed group"),
                Arguments.of(rule + "  match: {any: [ab\n", "5:", "flow sequence"),
                Arguments.of(rule + "  match: {}\n", "1:3", "matches nothing"),
                Arguments.of(rule + "  match: {any: [a]}\n", "1:3", "two characters"),
                Arguments.of(
                        rule.replace("cause", "wrapper") + "  match: {any: [ab]}\n", "1:3", "can have no category"),
                Arguments.of(rule.replace("  what: x\n", "") + "  match: {any: [ab]}\n", "1:3", "what"),
                Arguments.of(
                        rule + "  match: {any: [ab]}\n" + rule + "  match: {any: [ab]}\n",
                        "",
                        "two rules have the id a"),
                Arguments.of(rule + "  match: {any: ab}\n", "5:16", "any must be a list"),
                Arguments.of(rule + "  match: {near: [{words: [[ab]], within: 3}]}\n", "1:3", "two lists"),
                Arguments.of(
                        rule + "  match: {near: [{words: [[ab], [cd]], within: x}]}\n", "5:48", "must be a number"),
                Arguments.of(rule + "  match: {any: [ab]}\n  examples: [{txt: x}]\n", "6:20", "txt"),
                Arguments.of(rule + "  match: {any: [ab], ny: [cd]}\n", "5:26", "match has no field 'ny'"),
                Arguments.of(rule + "  match: {any: [null]}\n", "5:17", "any must be a text"),
                Arguments.of(rule + "  match: {any: [ab]}\n  up-to: 3\n", "6:10", "up-to '3' is none of [trace, "),
                Arguments.of(rule + "  match: {any: [ab]}\n  what: y\n", "6:7", "Duplicate field 'what'"),
                Arguments.of("- 5\n", "1:3", "a rule must have fields"),
                Arguments.of("rules: none\n", "1:1", "must be a list"));
    }

    @Test
    void saysThatTheFileIsNotThere() {
        Path file = directory.resolve("none.yaml");
        Rules rules = Rules.builtIn();
        assertThatThrownBy(() -> rules.with(file))
                .isInstanceOf(RulesException.class)
                .hasMessage(file + ": no such file");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("rules.yaml"), yaml);
    }

    private static Judged judge(Rules rules, String line) {
        List<Judged> judged = new ArrayList<>();
        LogAuditor auditor = new LogAuditor(rules, judged::add);
        auditor.line(line);
        auditor.flush();
        return judged.get(0);
    }
}

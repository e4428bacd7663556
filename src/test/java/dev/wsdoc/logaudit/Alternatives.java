package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.rule.Kind;
import dev.wsdoc.logaudit.rule.Rule;
import dev.wsdoc.logaudit.rule.Rules;
import java.util.stream.Stream;

/** Prints what the built-in rules look for as expressions for {@code grep -E}, one a line: the measure of what a search alone costs. */
final class Alternatives {
    private Alternatives() {}

    public static void main(String[] args) {
        Rules.builtIn().all().stream()
                .filter(rule -> !rule.kind().marks() && rule.kind() != Kind.NORMAL)
                .map(Rule::match)
                .flatMap(match -> match.any().isEmpty()
                        ? match.all().stream().limit(1)
                        : Stream.of(match.any()).flatMap(any -> any.stream()))
                .map(literal -> literal.replace("*", "").replaceAll("[\\\\.\\[\\]{}()+?^$|]", "\\\\$0"))
                .filter(literal -> literal.chars().allMatch(c -> c < 128))
                .distinct()
                .forEach(System.out::println);
    }
}

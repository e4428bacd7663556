package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.head.Level;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that fit a text: one pass over it finds all literals of all rules, and only rules with a literal in it are looked at
 * (and those that have none). Immutable.
 */
final class RuleIndex {
    private final List<Rule> rules;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<BitSet> rulesOfLiteral = new ArrayList<>();
    private final List<Conditions> wanted = new ArrayList<>();
    private final List<Conditions> unwanted = new ArrayList<>();
    private final BitSet withoutLiteral = new BitSet();
    private final LiteralIndex literals;

    /** Those literals because of which a rule is looked at that could say more than that all is as it should be. */
    private final LiteralIndex keys;

    RuleIndex(List<Rule> rules) {
        this.rules = rules;
        for (int i = 0; i < rules.size(); i++) {
            add(i, rules.get(i));
        }
        this.literals =
                new LiteralIndex(numbers.keySet().stream().map(Literal::of).toList());
        this.keys = new LiteralIndex(numbers.entrySet().stream()
                .filter(literal -> rulesOfLiteral.get(literal.getValue()).stream()
                        .anyMatch(number -> rules.get(number).kind() != Kind.NORMAL))
                .map(literal -> Literal.of(literal.getKey()))
                .toList());
    }

    /** Whether any rule could say that the text is not just normal operation. */
    boolean mayAlarm(String text) {
        return !withoutLiteral.isEmpty() || keys.occursIn(text);
    }

    RuleMatch fit(String text, @Nullable Level level) {
        Hits hits = literals.find(text);
        BitSet candidates = candidates(hits.found());
        Rule wrapper = null;
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Rule rule = rules.get(i);
            boolean wraps = rule.kind().leavesOpen();
            boolean fits = !(wraps && wrapper != null)
                    && rule.holdsAt(level)
                    && wanted.get(i).areMet(hits, text)
                    && !unwanted.get(i).areTouched(hits, text);
            if (fits && !wraps) {
                return new RuleMatch(rule, null);
            }
            wrapper = fits ? rule : wrapper;
        }
        return wrapper == null ? RuleMatch.NONE : new RuleMatch(null, wrapper);
    }

    private BitSet candidates(BitSet found) {
        BitSet candidates = (BitSet) withoutLiteral.clone();
        for (int literal = found.nextSetBit(0); literal >= 0; literal = found.nextSetBit(literal + 1)) {
            candidates.or(rulesOfLiteral.get(literal));
        }
        return candidates;
    }

    private void add(int number, Rule rule) {
        Match match = rule.match();
        wanted.add(new Conditions(match, this::numberOf));
        unwanted.add(new Conditions(rule.unless(), this::numberOf));
        // A rule that needs all of some literals, and none of others, is found by the first of these.
        boolean byAny = !match.any().isEmpty() || match.all().isEmpty();
        List<String> keys = byAny ? match.any() : match.all().subList(0, 1);
        for (String key : keys) {
            rulesOfLiteral.get(numberOf(key)).set(number);
        }
        withoutLiteral.set(number, keys.isEmpty());
    }

    private int numberOf(String literal) {
        return numbers.computeIfAbsent(literal, text -> {
            rulesOfLiteral.add(new BitSet());
            return rulesOfLiteral.size() - 1;
        });
    }
}

package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.parse.Cause;
import dev.wsdoc.logaudit.parse.CauseChain;
import dev.wsdoc.logaudit.parse.EntryBuilder;
import dev.wsdoc.logaudit.parse.HeadStyle;
import dev.wsdoc.logaudit.parse.Level;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.model.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges entries: the deepest cause that a rule knows decides, wrappers never do, and what looks like a broken connection is only
 * harmless if it is not one that the server itself opened to somewhere. One per log: it remembers what it said of lines that come again
 * and again.
 */
public final class Judge {
    private static final int MOST_REMEMBERED = 512;
    private static final int LONGEST_REMEMBERED = 200;

    private final Rules rules;
    private final Map<String, Judged> remembered = new HashMap<>();

    public Judge(Rules rules) {
        this.rules = rules;
    }

    public Judged judge(EntryBuilder built) {
        LogEntry entry = built.build();
        if (built.style == HeadStyle.MARKER) {
            return new Judged(entry, null, null, "a marker between entries");
        }
        boolean isCalm = !entry.isAtLeast(Level.WARN) && !built.hasTrace();
        if (isCalm && !rules.mayAlarm(built.style == HeadStyle.STRUCTURED ? built.everything() : entry.raw())) {
            return unknown(entry, false, null);
        }
        if (entry.lines() > 1 || entry.raw().length() > LONGEST_REMEMBERED) {
            return judge(built, entry);
        }
        Judged before = remembered.get(entry.raw());
        return before == null ? remember(judge(built, entry)) : before.again(entry);
    }

    private Judged remember(Judged judged) {
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(judged.entry().raw(), judged);
        }
        return judged;
    }

    private Judged judge(EntryBuilder built, LogEntry entry) {
        List<Cause> chain = CauseChain.of(built.message(), built.rest());
        Rule wrapper = null;
        for (Cause section : chain) {
            RuleMatch fit = rules.fit(section.text(), entry.level());
            if (fit.settling() != null) {
                return settled(built, entry, fit.settling(), chain);
            }
            wrapper = fit.wrapper() == null ? wrapper : fit.wrapper();
        }
        return unknown(entry, built.hasTrace(), wrapper);
    }

    private Judged settled(EntryBuilder built, LogEntry entry, Rule rule, List<Cause> chain) {
        if (built.isDying() && rule.category() != null && rule.category().isExpected()) {
            return new Judged(entry, Category.UNEXPECTED, rule.id(), "The program died of it. " + rule.what());
        }
        if (rule.kind() == Kind.SOCKET) {
            Rule outbound = Outbound.in(chain, built.origin(), rules);
            if (outbound != null) {
                return outbound(entry, outbound);
            }
        }
        boolean hushed = rule.category() == Category.UNEXPECTED && entry.isAtMost(Level.DEBUG);
        return new Judged(entry, hushed ? null : rule.category(), rule.id(), rule.what());
    }

    /** A connection that the server opened itself has failed: for a human, unless the server takes it calmly. */
    private static Judged outbound(LogEntry entry, Rule rule) {
        boolean calm = entry.isAtMost(Level.WARN);
        return calm
                ? new Judged(entry, null, null, "the server's own outbound connection (" + rule.id() + "), below ERROR")
                : new Judged(entry, Category.UNEXPECTED, rule.id(), rule.what());
    }

    private static Judged unknown(LogEntry entry, boolean trace, @Nullable Rule wrapper) {
        if (entry.isAtLeast(Level.ERROR)) {
            String why = wrapper == null
                    ? "an ERROR that no rule knows"
                    : wrapper.what() + " No rule knows what is beneath it.";
            return new Judged(entry, Category.UNEXPECTED, wrapper == null ? null : wrapper.id(), why);
        }
        if (trace && !entry.isAtMost(Level.DEBUG)) {
            return new Judged(entry, Category.UNEXPECTED, null, "a stack trace that no rule knows");
        }
        return new Judged(entry, null, null, "no rule knows it, and it is no ERROR");
    }
}

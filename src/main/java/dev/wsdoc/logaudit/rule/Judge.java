package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.head.HeadStyle;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.parse.Cause;
import dev.wsdoc.logaudit.parse.CauseChain;
import dev.wsdoc.logaudit.parse.EntryBuilder;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.model.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges entries. What says that something died, or that the program is mistaken, wins; then the deepest cause decides, and only wrappers
 * are passed over; and what looks like a broken connection is only harmless if it is not one that the server itself opened to somewhere.
 * One per log: it remembers what it said of lines that come again and again.
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
        if (isCalm && !rules.mayAlarm(said(built, entry))) {
            return calm(built, entry);
        }
        if (entry.lines() > 1 || entry.raw().length() > LONGEST_REMEMBERED) {
            return judge(built, entry);
        }
        Judged before = remembered.get(entry.raw());
        return before == null ? remember(judge(built, entry)) : before.again(entry);
    }

    private static String said(EntryBuilder built, LogEntry entry) {
        return built.style == HeadStyle.STRUCTURED ? built.everything() : entry.raw();
    }

    private Judged remember(Judged judged) {
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(judged.entry().raw(), judged);
        }
        return judged;
    }

    private Judged judge(EntryBuilder built, LogEntry entry) {
        List<Cause> chain = CauseChain.of(told(built, entry), built.rest());
        Deepest deepest = Deepest.of(chain, entry.level(), rules);
        Judged overruled = overruled(entry, chain, deepest);
        if (overruled != null) {
            return overruled;
        }
        Rule rule = deepest.settling();
        return rule == null ? unknown(built, entry, deepest) : settled(built, entry, rule, chain);
    }

    /** Something died, or the program is mistaken, whatever lies beneath. At DEBUG it is told for the record only. */
    private @Nullable Judged overruled(LogEntry entry, List<Cause> chain, Deepest deepest) {
        if (entry.isAtMost(Level.DEBUG) || deepest.isAlarm()) {
            return null;
        }
        for (Cause link : chain) {
            Rule rule = rules.overruling(link.text(), deepest.levelOf(link));
            if (rule != null) {
                return new Judged(entry, rule.category(), rule.id(), why(rule, link, deepest.settling()));
            }
        }
        return null;
    }

    /** The message; of a calm line that only quotes words of trouble, without what it quotes. */
    private String told(EntryBuilder built, LogEntry entry) {
        String message = built.message();
        boolean calm = entry.isAtMost(Level.INFO) && built.isHeadOnly();
        if (!calm || rules.overruling(message, entry.level()) == null) {
            return message;
        }
        String blanked = QuotedWords.blanked(message);
        return rules.overruling(blanked, entry.level()) == null ? blanked : message;
    }

    /** Which words say so, and what lies beneath. */
    private static String why(Rule rule, Cause link, @Nullable Rule beneath) {
        String says = rule.what() + " It says: " + rule.foundIn(link.text()) + ".";
        return beneath == null || beneath.id().equals(rule.id()) ? says : says + " Beneath it: " + beneath.what();
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

    private Judged unknown(EntryBuilder built, LogEntry entry, Deepest deepest) {
        Rule wrapper = deepest.wrapper();
        if (entry.isAtLeast(Level.ERROR)) {
            String why = wrapper == null
                    ? "an ERROR that no rule knows"
                    : wrapper.what() + " No rule knows what is beneath it.";
            return new Judged(entry, Category.UNEXPECTED, wrapper == null ? null : wrapper.id(), why);
        }
        if (built.hasTrace() && !entry.isAtMost(Level.DEBUG)) {
            return new Judged(entry, Category.UNEXPECTED, null, "a stack trace that no rule knows");
        }
        if (deepest.isThrown() && entry.level() == null) {
            return new Judged(entry, Category.UNEXPECTED, null, "an exception that no rule knows");
        }
        return calm(built, entry);
    }

    /** No rule knows it, and it is no error; without a level, its words tell whether it sounds like one. */
    private Judged calm(EntryBuilder built, LogEntry entry) {
        Rule trouble = entry.level() == null ? rules.trouble(said(built, entry)) : null;
        return trouble == null
                ? new Judged(entry, null, null, "no rule knows it, and it is no ERROR")
                : new Judged(entry, null, trouble.id(), trouble.what());
    }
}

package dev.wsdoc.talk;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a command line apart as a POSIX shell does (XCU section 2.2), with bash's <code>$'...'</code>, which browsers write; nothing is
 * expanded. Used once.
 */
final class ShellWords {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when a quotation does not end */
    static List<String> of(String text) {
        return new ShellWords(text).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> endWord();
                case '\'' -> add(quotation('\''));
                case '"' -> addDoubleQuoted();
                case '\\' -> escaped();
                case '$' -> dollar();
                default -> add(String.valueOf(c));
            }
        }
        endWord();
        return words;
    }

    private void add(String part) {
        inWord = true;
        word.append(part);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    /** A backslash before a line break joins the lines. */
    private void escaped() {
        String next = at < text.length() ? text.substring(at, ++at) : "";
        if (next.equals("\r") && at < text.length() && text.charAt(at) == '\n') {
            at++;
        } else if (!next.equals("\n")) {
            add(next);
        }
    }

    private String quotation(char end) {
        int close = text.indexOf(end, at);
        if (close < 0) {
            throw new IllegalArgumentException("a quotation that begins with " + end + " does not end");
        }
        String inside = text.substring(at, close);
        at = close + 1;
        return inside;
    }

    private void addDoubleQuoted() {
        inWord = true;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length() && "\\\"$`\n".indexOf(text.charAt(at)) >= 0) {
                c = text.charAt(at++);
                if (c == '\n') {
                    continue;
                }
            }
            word.append(c);
        }
        if (at == text.length()) {
            throw new IllegalArgumentException("a quotation that begins with \" does not end");
        }
        at++;
    }

    private void dollar() {
        if (at < text.length() && text.charAt(at) == '\'') {
            at++;
            addAnsiQuoted();
        } else {
            add("$");
        }
    }

    private void addAnsiQuoted() {
        inWord = true;
        while (at < text.length() && text.charAt(at) != '\'') {
            char c = text.charAt(at++);
            word.append(c == '\\' && at < text.length() ? ansiEscape() : String.valueOf(c));
        }
        if (at == text.length()) {
            throw new IllegalArgumentException("a quotation that begins with $' does not end");
        }
        at++;
    }

    private String ansiEscape() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> code(4);
            case 'x' -> code(2);
            default -> String.valueOf(c);
        };
    }

    private String code(int digits) {
        int end = Math.min(text.length(), at + digits);
        try {
            String character = String.valueOf((char) Integer.parseInt(text.substring(at, end), 16));
            at = end;
            return character;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("an escape within $'...' has no " + digits + " hexadecimal digits", e);
        }
    }
}

package dev.wsdoc.evidence.search;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a process is called for people, such as {@code python3 server.py}: its program and what that runs. Options are left
 * out, for they may hold secrets. Pure.
 */
final class CommandWords {
    private static final Pattern INTERPRETER = Pattern.compile(
            "(python|pypy|node|nodejs|java|ruby|perl|php|deno|bun|dotnet|beam\\.smp|sh|bash|dash)[0-9.]*");
    private static final Set<String> TAKE_A_VALUE = Set.of(
            "-cp", "-classpath", "--class-path", "-p", "--module-path", "-r", "--require", "-W", "-X", "--add-opens");
    private static final Set<String> ARE_PROGRAMS = Set.of("-c", "-e");
    private static final int LONGEST = 40;

    private CommandWords() {}

    /**
     * The name.
     *
     * @param program what the system calls it
     * @param words by which it was started
     */
    static String name(String program, List<String> words) {
        String first = file(words.get(0));
        if (first.isEmpty() || words.get(0).contains(" ")) {
            return program; // a kernel's thread, or one that calls itself something else
        }
        String subject = INTERPRETER.matcher(first).matches() ? subject(words) : "";
        return shortened(subject.isEmpty() ? first : first + " " + subject);
    }

    /** The script, the module or the class; empty when it is in the command line itself. */
    private static String subject(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (ARE_PROGRAMS.contains(word)) {
                return word;
            }
            if (TAKE_A_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !word.isEmpty()) {
                return file(word);
            }
        }
        return "";
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 3) + "...";
    }
}

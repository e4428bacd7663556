package dev.wsdoc.cli.convert;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.terminal.Console;
import org.jspecify.annotations.Nullable;

/** A token or a password that an option or an environment variable gave. */
public record Secret(String text) {

    /** @throws IllegalArgumentException when it is empty, or no single line; the message does not quote it */
    public Secret {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("it is empty");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("it has more than one line, or a control character in it");
        }
    }

    /** What the variable says, null when it is missing or empty; a variable is not to be seen by {@code ps}. */
    public static @Nullable Secret ofVariable(String name, Console console) {
        String value = console.variable(name);
        try {
            return value.isEmpty() ? null : new Secret(value);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage("the variable " + name + " holds no secret: " + e.getMessage());
        }
    }

    /** The text of what an option gave, else that of the variable; null when neither says anything. */
    public static @Nullable String textOf(@Nullable Secret given, String variable, Console console) {
        Secret found = given == null ? ofVariable(variable, console) : given;
        return found == null ? null : found.text();
    }

    /** Never the secret itself. */
    @Override
    public String toString() {
        return "***";
    }
}

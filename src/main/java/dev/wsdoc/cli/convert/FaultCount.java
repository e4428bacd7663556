package dev.wsdoc.cli.convert;

import dev.wsdoc.cli.command.CommandFailure;
import org.jspecify.annotations.Nullable;

/**
 * Something by its name and how many victims of it are wanted, such as {@code abrupt=100}.
 *
 * @param victims null when the number is left to wsdoc
 */
public record FaultCount(String name, @Nullable Integer victims) {

    /**
     * Reads {@code NAME} or {@code NAME=N}.
     *
     * @param option that it was given with, for the complaint
     */
    public static FaultCount parse(String option, String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return new FaultCount(text, null);
        }
        String number = text.substring(equals + 1);
        try {
            Integer victims = Integer.valueOf(number);
            if (victims < 1) {
                throw CommandFailure.wrongUsage(option + " " + text + ": it must be at least 1");
            }
            return new FaultCount(text.substring(0, equals), victims);
        } catch (NumberFormatException e) {
            throw CommandFailure.wrongUsage(option + " " + text + ": '" + number
                    + "' is not a number of victims; write it like " + text.substring(0, equals) + "=10");
        }
    }

    public int victimsOr(int enough) {
        return victims == null ? enough : victims;
    }
}

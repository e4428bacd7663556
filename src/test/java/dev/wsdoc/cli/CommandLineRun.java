package dev.wsdoc.cli;

import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.report.Glyphs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** One run of the command, as from a shell. */
public record CommandLineRun(int exitCode, String out, String err) {

    public static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    /** With output to a terminal, or not, and these environment variables. */
    static CommandLineRun on(Console.Reader.Place place, Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new Console.Reader(place, place, Glyphs.UNICODE, environment));
        return new CommandLineRun(Main.run(console, args), out.toString(), err.toString());
    }
}

package dev.wsdoc.cli;

import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.report.Glyphs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the command, as from a shell. */
public record CommandLineRun(int exitCode, String out, String err) {

    public static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    /** With this on its standard input, and its output as it is, byte by byte. */
    public static CommandLineRun fed(byte[] input, String... args) {
        return fed(new ByteArrayInputStream(input), args);
    }

    /** The same from a stream. */
    public static CommandLineRun fed(InputStream input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console.Reader reader = new Console.Reader(
                Console.Reader.Place.ELSEWHERE, Console.Reader.Place.ELSEWHERE, Glyphs.UNICODE, Map.of());
        Console console = Console.on(out, err, reader, StandardCharsets.UTF_8).reading(input);
        int exitCode = Main.run(console, args);
        return new CommandLineRun(
                exitCode, out.toString(StandardCharsets.ISO_8859_1), err.toString(StandardCharsets.UTF_8));
    }

    /** The same, line by line. */
    public static CommandLineRun fed(String input, String... args) {
        CommandLineRun run = fed(input.getBytes(StandardCharsets.UTF_8), args);
        return new CommandLineRun(
                run.exitCode(),
                new String(run.out().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                run.err());
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

package dev.wsdoc.cli;

import dev.wsdoc.cli.chaos.ChaosCommand;
import dev.wsdoc.cli.chaos.CompareCommand;
import dev.wsdoc.cli.chaos.FaultsCommand;
import dev.wsdoc.cli.check.CheckCommand;
import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.OwnFailures;
import dev.wsdoc.cli.command.Version;
import dev.wsdoc.cli.connect.ConnectCommand;
import dev.wsdoc.cli.convert.DurationConverter;
import dev.wsdoc.cli.debug.CleanupCommand;
import dev.wsdoc.cli.debug.ResetRateLimitsCommand;
import dev.wsdoc.cli.debug.StatusCommand;
import dev.wsdoc.cli.logs.LogsCommand;
import dev.wsdoc.cli.serve.ServeCommand;
import dev.wsdoc.cli.terminal.ColorMode;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.report.Palette;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code wsdoc} command: parses the arguments and hands over to a subcommand.
 *
 * <p>Runs on the main thread; the process ends with the subcommand's exit code.
 */
@Command(
        name = "wsdoc",
        header =
                "The doctor for WebSocket servers: lets clients die the way real clients die, then examines the server.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "  wsdoc check wss://example.org/ws  one connection, examined",
            "  wsdoc chaos --abrupt 100          kill a hundred clients, examine the server",
            "  wsdoc logs app.log                what is noise in a log, and what needs a human",
            "  wsdoc connect ws://localhost:8000 talk to a server over one connection",
            "  wsdoc serve --defect no-sweep     a server with a disease, on port 8000",
            "  wsdoc status ws://localhost:8000  what it says of its connections",
            "  wsdoc help serve                  all options of a command",
            "",
            "Exit codes: 0 healthy, 1 could not run, 2 wrong usage, 3 examined and not healthy, 130 interrupted"
        })
public final class Main implements CommandContext, Callable<Integer> {
    private static final String HELP = "help";

    /** By their names, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    private final Console console;
    private final OwnFailures failures;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces (also WSDOC_DEBUG=1).")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it parses
    private CommandSpec spec;

    Main(Console console, OwnFailures failures) {
        this.console = console;
        this.failures = failures;
    }

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "auto, always or never; auto (the default) colours terminals unless NO_COLOR is set.")
    void color(ColorMode mode) {
        console.choose(mode);
        colorHelp(spec.commandLine());
    }

    public static void main(String[] args) {
        Console console = Console.ofProcess();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> OwnFailures.note(e));
        System.exit(run(console, args));
    }

    /** Runs one command line and returns its exit code; the streams are taken for files. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(Console.of(out, err), args);
    }

    static int run(Console console, String... args) {
        int code = ExitCode.COULD_NOT_RUN.number();
        try (OwnFailures failures = OwnFailures.watch()) {
            code = new Main(console, failures).execute(args);
        }
        IOException lost = console.flush();
        if (lost != null && code == ExitCode.HEALTHY.number()) {
            console.err().println("wsdoc: cannot write to standard output: " + lost.getMessage());
            return ExitCode.COULD_NOT_RUN.number();
        }
        return code;
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand.class);
        commands.put("chaos", ChaosCommand.class);
        commands.put("faults", FaultsCommand.class);
        commands.put("connect", ConnectCommand.class);
        commands.put("logs", LogsCommand.class);
        commands.put("compare", CompareCommand.class);
        commands.put("serve", ServeCommand.class);
        commands.put("status", StatusCommand.class);
        commands.put("cleanup", CleanupCommand.class);
        commands.put("reset-rate-limits", ResetRateLimitsCommand.class);
        commands.put(HELP, ShowHelpCommand.class);
        return commands;
    }

    /** All commands; only the one that comes first, if one does: to look at the options of all takes longer than many a command. */
    private static void addCommands(CommandLine line, String... args) {
        Class<?> only = args.length == 0 || args[0].equals(HELP) ? null : COMMANDS.get(args[0]);
        COMMANDS.forEach((name, command) -> {
            if (only == null || only == command) {
                line.addSubcommand(name, command);
            }
        });
    }

    private int execute(String... args) {
        ErrorReporter errors = new ErrorReporter(this);
        try {
            CommandLine line = new CommandLine(this);
            addCommands(line, args);
            line.setOut(console.out())
                    .setErr(console.err())
                    .setParameterExceptionHandler(errors)
                    .setExecutionExceptionHandler(errors)
                    .setExpandAtFiles(false) // '@' is for the files of secrets
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .registerConverter(Duration.class, new DurationConverter());
            layOut(line);
            colorHelp(line);
            return failed(line.execute(args), errors);
        } catch (RuntimeException | Error e) { // picocli passes on what is no exception, such as exhausted memory
            failures.take(e);
            return failed(ExitCode.COULD_NOT_RUN.number(), errors);
        }
    }

    /** Whatever a command says: what wsdoc itself failed in is told, and there is no success. */
    private int failed(int code, ErrorReporter errors) {
        Throwable failure = failures.first();
        if (failure == null) {
            return code;
        }
        try {
            errors.tellFailure(failure, failures.count(), console.err());
        } catch (OutOfMemoryError e) {
            failure.addSuppressed(e); // not even a line can be made
        }
        return ExitCode.COULD_NOT_RUN.number();
    }

    /** The look of every command's help. */
    private static void layOut(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        if (usage.description().length > 0) {
            usage.descriptionHeading("%n");
        }
        usage.sortOptions(false)
                .abbreviateSynopsis(true)
                .autoWidth(true)
                .synopsisHeading("%nUsage: ")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .footerHeading("%nExamples:%n");
        line.getSubcommands().values().forEach(Main::layOut);
    }

    private void colorHelp(CommandLine line) {
        boolean isColored = console.palette() == Palette.ANSI;
        line.setColorScheme(Help.defaultColorScheme(isColored ? Help.Ansi.ON : Help.Ansi.OFF));
    }

    /** Where the subcommands write. */
    @Override
    public Console console() {
        return console;
    }

    /** Where the subcommands learn of what failed on other threads. */
    @Override
    public OwnFailures failures() {
        return failures;
    }

    @Override
    public void tell(Throwable failure) {
        new ErrorReporter(this).tellFailure(failure, 1, console.err());
    }

    boolean showsStackTraces() {
        return debug || !console.isUnset("WSDOC_DEBUG");
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return ExitCode.WRONG_USAGE.number();
    }
}

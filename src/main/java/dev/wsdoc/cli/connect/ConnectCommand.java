package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.connection.ConnectionOptions;
import dev.wsdoc.cli.convert.SizeConverter;
import dev.wsdoc.cli.framing.Framing;
import dev.wsdoc.cli.framing.HarSource;
import dev.wsdoc.cli.framing.MessageSource;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.cli.terminal.Prompt;
import dev.wsdoc.cli.terminal.StateFolder;
import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Verification;
import dev.wsdoc.report.TextStyle;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import dev.wsdoc.talk.BrowserRequest;
import dev.wsdoc.talk.HarFile;
import dev.wsdoc.talk.Transcript;
import dev.wsdoc.talk.TurnSink;
import dev.wsdoc.wire.WireLimits;
import dev.wsdoc.wire.handshake.Header;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc connect}: talk to a server over one connection, by hand or by a script, and die as you like. */
@Command(
        name = "connect",
        header = "Talk to a server: by hand on a terminal, line by line in a pipe.",
        description = {
            "On a terminal, what you type is said, and lines that begin with a slash are orders: /help lists them.",
            "In a pipe, a line in is a message out, and a message in is a line out (line ends within it become blanks).",
            "Ends with 0 when the connection was closed as asked, or by the server with 1000 or 1001; else with 3. Standard"
                    + " error tells how it ended."
        },
        footer = {
            "  wsdoc connect ws://localhost:8000/ws/echo",
            "  echo hello | wsdoc connect -1 ws://localhost:8000/ws/echo",
            "  wsdoc connect --json-lines wss://example.org/feed </dev/null --linger 1m | jq -r .data",
            "  wsdoc connect --from-curl \"$(pbpaste)\" --record talk.har"
        })
public final class ConnectCommand implements Callable<Integer> {
    private static final int CONNECTS_IN_FLIGHT = 1;
    private static final String HISTORY = "connect-history";

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Mixin
    private final OriginOptions origin = new OriginOptions();

    @Mixin
    private final PipeOptions pipe = new PipeOptions();

    @Option(names = "--record", paramLabel = "FILE", description = "Write the talk to a HAR file.")
    private @Nullable String record;

    @Option(
            names = "--reconnect",
            description = "Connect again, later each time, when the connection cannot be opened or ends otherwise than"
                    + " by our wish or with 1000.")
    private boolean reconnect;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the server's pings, and what it agreed to.")
    private boolean verbose;

    @Option(
            names = "--max-message",
            paramLabel = "SIZE",
            defaultValue = "128m",
            converter = SizeConverter.class,
            description = "Hang up on a message that is longer than this (default: ${DEFAULT-VALUE}).")
    private int maxMessage;

    @Option(
            names = "--connect-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How long the server may take to answer the upgrade (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private Duration connectTimeout;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        FutureTask<Prompt> prompt = new FutureTask<>(this::openPrompt);
        if (isByHand()) {
            startAhead(prompt);
        }
        BrowserRequest request = origin.request();
        Target target = CommandFailure.checkingUsage(() -> Target.parse(origin.url(request)));
        ClientProfile profile = profile(target, request);
        SwarmOptions options = CommandFailure.checkingUsage(() -> options(profile));
        try (Swarm swarm = Swarm.start(options)) {
            Dialer dialer = new Dialer(swarm, target);
            return (isByHand() ? byHand(dialer, profile.headers(), prompt) : talk(dialer, profile)).number();
        }
    }

    private boolean isByHand() {
        return !origin.hasHar() && !pipe.isGiven() && wsdoc.console().isConversation();
    }

    /** The terminal's classes take a while to load: meanwhile there is other work. */
    private static void startAhead(FutureTask<Prompt> prompt) {
        Thread thread = new Thread(prompt, "wsdoc-head-start");
        thread.setDaemon(true);
        thread.start();
    }

    private Prompt openPrompt() throws IOException {
        return Prompt.open("> ", StateFolder.file(HISTORY, wsdoc.console()), new OrderCompletion());
    }

    private ClientProfile profile(Target target, @Nullable BrowserRequest request) {
        ClientProfile own =
                connection.profile(target, connection.addressesOf(target).best(), wsdoc.console());
        if (request == null) {
            return own;
        }
        if (request.verification() == Verification.NONE) {
            return CommandFailure.checkingUsage(() -> request.under(own).withTls(connection.insecureTls()));
        }
        return CommandFailure.checkingUsage(() -> request.under(own));
    }

    private SwarmOptions options(ClientProfile profile) {
        return new SwarmOptions(
                1,
                CONNECTS_IN_FLIGHT,
                connectTimeout,
                new SplittableRandom().nextLong(),
                new WireLimits(WireLimits.DEFAULT.maxHeadBytes(), maxMessage),
                profile);
    }

    private ExitCode talk(Dialer dialer, ClientProfile profile) throws IOException, InterruptedException {
        Console console = wsdoc.console();
        HarFile har = origin.har();
        Framing framing = pipe.framing();
        TurnSink sink = framing.sink(console);
        TurnTap tap = new TurnTap(Recording.to(record), dialer.target(), profile.headers(), sink::flush);
        try (Interruption interruption = Interruption.watch()) {
            MessageSource source = har == null ? framing.source(console.in()) : new HarSource(har.ours());
            PipeOutput output = new PipeOutput(console, sink, tap, detail());
            return new PipeForm(console, dialer, pipe.plan(backoff()), source, interruption).run(output);
        }
    }

    private ExitCode byHand(Dialer dialer, List<Header> headers, FutureTask<Prompt> opening)
            throws IOException, InterruptedException {
        Console console = wsdoc.console();
        TurnTap tap = new TurnTap(Recording.to(record), dialer.target(), headers, () -> {});
        Transcript transcript = new Transcript();
        LiveEvents.Pings pings = verbose ? LiveEvents.Pings.SHOWN : LiveEvents.Pings.HIDDEN;
        try (Prompt prompt = opened(opening);
                LiveScreen screen = new LiveScreen(prompt, () -> style(console, prompt))) {
            return new LiveForm(
                            prompt,
                            screen,
                            dialer,
                            backoff(),
                            () -> new LiveEvents(screen, transcript, tap, pings),
                            tap,
                            new TalkSaver(dialer.target(), headers, transcript))
                    .run();
        }
    }

    private static Prompt opened(FutureTask<Prompt> opening) throws IOException, InterruptedException {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw new IOException("the terminal cannot be used: " + e.getCause(), e);
        }
    }

    private static TextStyle style(Console console, Prompt prompt) {
        return new TextStyle(console.palette(), console.glyphs(), prompt.columns());
    }

    private @Nullable Backoff backoff() {
        return reconnect ? new Backoff(new SplittableRandom().nextLong()) : null;
    }

    private PipeOutput.Detail detail() {
        if (pipe.wantsOne()) {
            return PipeOutput.Detail.ONE_MESSAGE;
        }
        return verbose ? PipeOutput.Detail.EVERYTHING : PipeOutput.Detail.MESSAGES;
    }
}
